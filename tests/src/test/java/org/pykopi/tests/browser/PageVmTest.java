package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** A second Python of the page in the place of a board, in a browser that reaches no cable. */
final class PageVmTest extends PageTest {
  private static final String NO_CABLE =
      "for (const name of ['serial', 'usb'])"
          + " Object.defineProperty(navigator, name, { value: undefined });";

  private BoardPage open() {
    PykopiPage page =
        open(
            new Browser.NewContextOptions().setViewportSize(1280, 800),
            "",
            context -> context.addInitScript(NO_CABLE));
    page.waitForState("ready");
    return BoardPage.of(page, null);
  }

  /** With the keyboard alone. */
  private static void connect(BoardPage page) {
    page.part("connect").focus();
    page.page.page.keyboard().press("Enter");
    page.page.page.keyboard().press("ArrowDown");
    page.page.page.keyboard().press("Enter");
    page.waitForStatus("ready");
  }

  @Test
  void saysWhatTheBrowserCannotDo() {
    BoardPage page = open();
    assertThat(page.part("text").textContent())
        .contains("cannot reach boards on a cable")
        .contains("Use Chrome, Edge or Opera")
        .contains("a newer Firefox");
    assertThat(page.part("flash").isVisible()).isFalse();
    assertThat(page.part("ways").isVisible()).isFalse();
  }

  @Test
  void promptAndPrograms() {
    BoardPage page = open();
    connect(page);
    assertThat(page.part("title").textContent()).isEqualTo("This page");
    assertThat(page.part("text").textContent()).startsWith("MicroPython 1.");
    page.typeAtPrompt("x = 6 * 7; print('x is', x)");
    page.waitForText("x is 42");
    page.page.setProgram("print('sum', sum(range(10)))\n1/0\n");
    page.page.page.keyboard().press("Control+Shift+Enter");
    page.waitForText("sum 45");
    page.waitForText("ZeroDivisionError");
    page.waitForStatus("ready");
    page.page.setProgram("print('begun')\nwhile True:\n    pass\n");
    page.page.page.locator("#board-run").click();
    page.waitForText("begun");
    page.waitForStatus("running");
    page.page.page.locator("#stop").click();
    page.waitForStatus("ready");
    page.waitForText("KeyboardInterrupt");
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Restart Python')").click();
    for (int i = 0; i < 60 && !page.terminalText().contains("NameError"); i++) {
      page.typeAtPrompt("x");
      page.page.page.waitForTimeout(500);
    }
    assertThat(page.terminalText()).contains("NameError");
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void filesAreItsOwnAndStay() {
    BoardPage page = open();
    connect(page);
    page.part("new-file").click();
    page.page.page.locator("#asked-name").fill("note.py");
    page.page.page.keyboard().press("Enter");
    page.page.waitForFile("board:/note.py");
    page.page.setProgram("print('" + "long ".repeat(4000) + "')\n");
    page.page.page.keyboard().press("Control+s");
    page.page.waitUntilSaved();
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Disconnect')").click();
    page.waitForStatus("none");
    assertThat(page.page.page.locator("#files-pane .file[data-path='/note.py']").count()).isZero();
    page.page.page.reload();
    page.page.waitForState("ready");
    connect(page);
    page.file("/note.py").click();
    page.page.waitForFile("board:/note.py");
    assertThat(page.page.program()).contains("long long");
    assertThat(page.page.problems()).isEmpty();
  }
}
