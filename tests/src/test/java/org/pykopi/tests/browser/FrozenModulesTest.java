package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pykopi.disk.RomWriter;

/** Modules of an image that the page names in its head: under each Python, after each restart. */
final class FrozenModulesTest extends PageTest {
  private static final String HEAD = "<head>";

  @Test
  void comeFromTheImageThatThePageNames() {
    PykopiPage page = open(new Browser.NewContextOptions(), "", context -> serve(context, image()));
    page.waitForState("ready");
    page.runToEnd("import shop\nprint(shop.tea, shop.__file__)");
    page.waitForText("3 .frozen/shop/__init__.py");
    page.page.locator("#profile").selectOption("pycopy");
    page.waitForText("Pycopy v3.6.1");
    page.runToEnd("import shop\nprint(shop.tea, shop.__file__)");
    page.waitForText("3 *shop/__init__.py");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void aFileThatIsNoImageIsNamed() {
    PykopiPage page =
        open(new Browser.NewContextOptions(), "", context -> serve(context, new byte[9]));
    assertThat(page.notice()).contains("no image of frozen modules");
  }

  private static byte[] image() {
    RomWriter files = new RomWriter();
    files.add("shop/__init__.py", "from .prices import tea\n".getBytes(StandardCharsets.UTF_8));
    files.add("shop/prices.py", "tea = 3\n".getBytes(StandardCharsets.UTF_8));
    return files.toBytes();
  }

  /** The page with one more line in its head, and the image beside it. */
  private static void serve(BrowserContext context, byte[] image) {
    context.route(
        address(""),
        route -> {
          String page = route.fetch().text();
          String named = HEAD + "<meta name=\"pykopi-image\" content=\"my.image\" />";
          route.fulfill(
              new Route.FulfillOptions()
                  .setContentType("text/html")
                  .setBody(page.replace(HEAD, named)));
        });
    context.route(
        address("my.image"),
        route -> route.fulfill(new Route.FulfillOptions().setBodyBytes(image)));
  }
}
