package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykopi.tests.serial.PageBoard;

/** The rules of axe-core, contrast included, on every view of the page. */
final class AccessibilityTest extends PageTest {
  private static final Path AXE = Path.of("../webapp/node_modules/axe-core/axe.min.js");

  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document)).violations.map(
        (found) => found.id + ': ' + found.nodes.map((node) => node.target.join(' ')).join(', '))
      """;

  private static void check(PykopiPage page) {
    assertThat((Iterable<?>) page.page.evaluate(VIOLATIONS)).isEmpty();
  }

  private PykopiPage open(Browser.NewContextOptions options, ColorScheme scheme)
      throws IOException {
    // The rules are a script that the page's own policy would refuse.
    PykopiPage page = open(still(options, scheme), "");
    page.waitForState("ready");
    page.page.evaluate(Files.readString(AXE));
    return page;
  }

  /** In the middle of a transition colours have no meaning. */
  private static Browser.NewContextOptions still(
      Browser.NewContextOptions options, ColorScheme scheme) {
    return options.setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE).setBypassCSP(true);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void onADesktop(ColorScheme scheme) throws IOException {
    PykopiPage page = open(new Browser.NewContextOptions().setViewportSize(1280, 800), scheme);
    check(page);
    page.run("1 / 0\n");
    page.errorLine().waitFor();
    check(page);
    page.page.keyboard().press("F1");
    check(page);
    page.page.keyboard().press("Escape");
    page.page.keyboard().press("Shift+F2");
    page.page.locator(".card").first().waitFor();
    check(page);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void withABoard(ColorScheme scheme) throws IOException {
    try (PageBoard board = PageBoard.python()) {
      board.putFile("/main.py", "print(1)\n");
      PykopiPage page =
          open(
              still(new Browser.NewContextOptions(), scheme),
              "",
              context -> BoardPage.connect(context, board));
      page.waitForState("ready");
      page.page.evaluate(Files.readString(AXE));
      BoardPage pane = BoardPage.of(page, board);
      pane.part("ways").click();
      check(page);
      page.page.locator(".menu button:has-text('network')").click();
      check(page);
      page.page.locator("dialog.small button:has-text('Cancel')").click();
      pane.connect();
      check(page);
      pane.part("more").click();
      check(page);
      page.page.locator(".menu button:has-text('Flash')").click();
      check(page);
      BoardPage.release(context);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void onAPhone(ColorScheme scheme) throws IOException {
    PykopiPage page =
        open(
            new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setIsMobile(true)
                .setHasTouch(true),
            scheme);
    check(page);
    page.page.locator("[role=tab]:has-text('Terminal')").tap();
    check(page);
    page.page.locator("[role=tab]:has-text('Files')").tap();
    check(page);
    page.page.locator("#menu-toggle").tap();
    check(page);
  }
}
