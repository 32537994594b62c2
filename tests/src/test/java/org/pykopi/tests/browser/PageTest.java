package org.pykopi.tests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.pykopi.tests.Chromium;
import org.pykopi.tests.StaticServer;

/**
 * Base of the tests of the page: one browser and one server per class, one fresh profile per test.
 * The site is served below {@link #FOLDER}, as from any folder of any static host.
 */
@Tag("browser")
abstract class PageTest {
  static final String FOLDER = "/some/folder/";

  /** Loading and running are quick; a slow machine that does other things too gets through. */
  private static final int PATIENCE_MILLISECONDS = 90_000;

  private static Playwright playwright;
  private static Browser browser;
  private static StaticServer server;

  BrowserContext context;

  @BeforeAll
  static void openBrowser() throws IOException {
    Path site = Path.of(System.getProperty("pykopi.site", "../webapp/dist"));
    if (!Files.isRegularFile(site.resolve("index.html"))) {
      throw new IllegalStateException("The page is not built: no " + site.toAbsolutePath());
    }
    server = new StaticServer(0).mount(FOLDER, site);
    playwright = Playwright.create();
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.find())
                    .setArgs(Chromium.FLAGS));
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
    playwright.close();
    server.close();
  }

  @AfterEach
  void closeContext() {
    if (context != null) {
      context.close();
    }
  }

  /** The page on a desktop, ready to run. */
  PykopiPage openPage() {
    PykopiPage page = open(new Browser.NewContextOptions().setViewportSize(1280, 800), "");
    page.waitUntilReady();
    return page;
  }

  /** The page on a phone, ready to run. */
  PykopiPage openPhone() {
    PykopiPage page =
        open(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true),
            "");
    page.waitUntilReady();
    return page;
  }

  PykopiPage open(Browser.NewContextOptions options, String query) {
    return open(options, query, context -> {});
  }

  PykopiPage open(
      Browser.NewContextOptions options, String query, Consumer<BrowserContext> prepare) {
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLISECONDS);
    prepare.accept(context);
    return PykopiPage.open(context, address(query));
  }

  static String address(String query) {
    return server.url() + FOLDER.substring(1) + query;
  }
}
