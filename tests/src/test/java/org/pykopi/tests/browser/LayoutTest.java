package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Desktop and phone, light and dark, and the way around by keyboard. */
final class LayoutTest extends PageTest {
  private static String focused(PykopiPage page) {
    return (String)
        page.page.evaluate(
            "document.activeElement.closest('section')?.id ?? document.activeElement.id");
  }

  @Test
  void thePhoneShowsOnePaneAtATime() {
    PykopiPage page = openPhone();
    assertThat(page.page.locator("#editor-pane").isVisible()).isTrue();
    assertThat(page.page.locator("#terminal-pane").isVisible()).isFalse();
    page.setProgram("while True: pass\n");
    page.page.locator("#run").tap();
    page.waitForState("running");
    assertThat(page.page.locator("#terminal-pane").isVisible()).isTrue();
    page.page.locator(".key:has-text('Ctrl-C')").tap();
    page.waitForText("KeyboardInterrupt");
    page.page.locator("[role=tab]:has-text('Files')").tap();
    assertThat(page.fileNames()).contains("main.py");
    assertThat(page.page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void f6GoesAroundThePanes() {
    PykopiPage page = openPage();
    page.focusEditor();
    page.page.keyboard().press("F6");
    assertThat(focused(page)).isEqualTo("terminal-pane");
    page.page.keyboard().press("F6");
    assertThat(focused(page)).isEqualTo("files-pane");
    page.page.keyboard().press("F6");
    assertThat(focused(page)).isEqualTo("editor-pane");
  }

  @Test
  void escapeThenTabLeavesEditorAndTerminal() {
    PykopiPage page = openPage();
    page.focusEditor();
    page.page.keyboard().press("Escape");
    page.page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("split");
    page.focusTerminal();
    page.page.keyboard().press("Escape");
    page.page.keyboard().press("Shift+Tab");
    assertThat(focused(page)).isEqualTo("terminal-pane");
    assertThat(page.page.locator("#restart").evaluate("node => node === document.activeElement"))
        .isEqualTo(true);
  }

  @Test
  void escapeClosesADialogAndGivesTheFocusBack() {
    PykopiPage page = openPage();
    for (String opener : List.of("#examples", "#shortcuts", "#board-pane [data-part=flash]")) {
      page.page.locator(opener).focus();
      page.page.keyboard().press("Enter");
      page.page.locator("dialog[open]").waitFor();
      page.page.keyboard().press("Escape");
      assertThat(page.page.locator("dialog[open]").count()).isZero();
      assertThat(page.page.locator(opener).evaluate("node => node === document.activeElement"))
          .isEqualTo(true);
    }
  }

  /** Editor and terminal show a cursor and the border of their pane instead. */
  @Test
  void everyControlThatTabReachesShowsTheFocus() {
    PykopiPage page = openPage();
    page.page.locator("#toggle-files").focus();
    Set<Object> reached = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      page.page.keyboard().press("Tab");
      reached.add(page.page.evaluate("document.activeElement.outerHTML"));
      assertThat(page.page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
          .isEqualTo("solid");
    }
    assertThat(reached).hasSize(12);
  }

  @Test
  void everyControlHasAName() {
    PykopiPage page = openPage();
    Object nameless =
        page.page.evaluate(
            """
            [...document.querySelectorAll('button, input')]
              .filter((node) => !(node.getAttribute('aria-label') || node.textContent.trim() || node.labels?.length))
              .map((node) => node.outerHTML)
            """);
    assertThat((Iterable<?>) nameless).isEmpty();
  }

  @Test
  void coloursFollowTheSystemUntilTheUserChooses() {
    PykopiPage page = open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK), "");
    String dark = background(page);
    page.page.locator("#theme").click();
    String light = background(page);
    assertThat(light).isNotEqualTo(dark);
    page.page.reload();
    assertThat(background(page)).isEqualTo(light);
  }

  private static String background(PykopiPage page) {
    return (String) page.page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  @Test
  void theSplitMovesByKeyboardAndStays() {
    PykopiPage page = openPage();
    page.page.locator("#split").focus();
    double before = page.page.locator("#editor-pane").boundingBox().width;
    page.page.keyboard().press("ArrowRight");
    page.page.keyboard().press("ArrowRight");
    double after = page.page.locator("#editor-pane").boundingBox().width;
    assertThat(after).isGreaterThan(before + 20);
    page.page.reload();
    assertThat(page.page.locator("#editor-pane").boundingBox().width).isEqualTo(after);
  }

  @Test
  void nothingIsCutOffBetweenPhoneAndDesktop() {
    PykopiPage page = openPage();
    page.run("input('? ')\n");
    page.waitForState("waiting-input");
    for (int width : new int[] {720, 768, 900, 960, 1024, 1180, 1240}) {
      page.page.setViewportSize(width, 800);
      page.page.waitForFunction("(width) => innerWidth === width", width);
      assertThat(page.page.evaluate("document.documentElement.scrollWidth"))
          .as("width of the page at " + width)
          .isEqualTo(width);
      BoundingBox last = page.page.locator("#shortcuts").boundingBox();
      assertThat(last.x + last.width).isLessThanOrEqualTo(width);
    }
  }

  /** Firefox shows the browser's own beside it, white on a dark page. */
  @Test
  void theTerminalScrollsWithItsOwnBarOnly() {
    PykopiPage page = openPage();
    page.runToEnd("for i in range(60): print('row', i)");
    assertThat(
            page.page.evaluate(
                "getComputedStyle(document.querySelector('#terminal .xterm-viewport')).overflow"))
        .isEqualTo("hidden");
    page.page.locator("#terminal .xterm-screen").hover();
    for (int i = 0; i < 30; i++) {
      page.page.mouse().wheel(0, -500);
    }
    page.waitForText("Type \"help()\"");
  }

  @Test
  void longLinesGoOnBelow() {
    PykopiPage page = openPhone();
    page.setProgram("if True:\n    print(" + "'word', ".repeat(30) + "'end')\n");
    assertThat(page.page.evaluate("document.querySelector('.cm-scroller').scrollWidth"))
        .isEqualTo(page.page.evaluate("document.querySelector('.cm-scroller').clientWidth"));
  }

  @Test
  void aPhoneTellsOfAnErrorUntilItIsInSight() {
    PykopiPage page = openPhone();
    page.setProgram("1 / 0\n");
    page.page.locator("#run").click();
    assertThat(page.notice()).isEqualTo("ZeroDivisionError: divide by zero (main.py, line 1)");
    page.page.locator("#tabs [data-view=editor]").click();
    page.errorLine().waitFor();
    assertThat(page.page.locator(".notice").count()).isZero();
  }

  @Test
  void onAPhoneTheMessageLeavesTheEndOfTheTerminalInSight() {
    PykopiPage page = openPhone();
    page.setProgram("for i in range(99):\n    print(i)\n1 / 0\n");
    page.page.locator("#run").click();
    page.notice();
    page.waitForText("divide by zero\n>>>");
    BoundingBox message = page.page.locator(".notice").boundingBox();
    BoundingBox prompt =
        page.page.locator("#terminal .xterm-rows > div:has-text('>>>')").last().boundingBox();
    assertThat(message.y + message.height).isLessThan(prompt.y - 4 * prompt.height);
  }
}
