package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pykopi.tests.serial.PageBoard;

/** A board with Python on a serial line: connect, run, files, unplug. */
final class BoardTest extends PageTest {
  private PageBoard board;

  private BoardPage open() {
    board = PageBoard.python();
    board.putFile("/main.py", "print('from the board')\n");
    PykopiPage page =
        open(
            new Browser.NewContextOptions().setViewportSize(1280, 800),
            "",
            context -> BoardPage.connect(context, board));
    page.waitForState("ready");
    return BoardPage.of(page, board);
  }

  @AfterEach
  void switchOff() {
    BoardPage.release(context);
    board.close();
  }

  @Test
  void connectsAndShowsPromptAndFiles() {
    BoardPage page = open();
    page.connect();
    assertThat(page.part("text").textContent())
        .startsWith("MicroPython 1.")
        .endsWith(", CP2102 adapter");
    page.file("/main.py").waitFor();
    page.waitForText(">>>");
    page.typeAtPrompt("6*7");
    page.waitForText("42");
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void runsTheProgramOfTheEditorOnTheBoard() {
    BoardPage page = open();
    page.connect();
    page.page.setProgram("import sys\nprint('sum', sum(range(10)))\n1/0\n");
    page.page.page.keyboard().press("Control+Shift+Enter");
    page.waitForText("sum 45");
    page.waitForText("ZeroDivisionError");
    page.waitForStatus("ready");
    page.waitForText("divide by zero\n>>>");
    assertThat(page.terminalText()).contains("Run on the board: main.py");
    assertThat(page.page.terminalText()).doesNotContain("sum 45");
    page.page.page.locator(".cm-error-line:has-text('1/0')").waitFor();
    assertThat(page.page.errorNote()).startsWith("ZeroDivisionError");
    page.page.setProgram("print('good')\n");
    page.page.page.keyboard().press("Control+Shift+Enter");
    page.waitForText("good");
    page.waitForStatus("ready");
    assertThat(page.page.errorLine().count()).isZero();
  }

  @Test
  void anEndlessProgramOnTheBoardIsStopped() {
    BoardPage page = open();
    page.connect();
    page.page.setProgram("print('begun')\nwhile True:\n    pass\n");
    page.page.page.locator("#board-run").click();
    page.waitForText("begun");
    page.waitForStatus("running");
    page.page.page.locator("#stop").click();
    page.waitForStatus("ready");
    page.waitForText("KeyboardInterrupt");
    assertThat(page.page.page.locator(".notice").count()).isZero();
  }

  @Test
  void aFileOfTheBoardIsEdited() {
    BoardPage page = open();
    page.connect();
    page.file("/main.py").click();
    page.page.waitForFile("board:/main.py");
    assertThat(page.page.program()).contains("from the board");
    page.page.setProgram("print('changed')\n");
    page.page.page.keyboard().press("Control+s");
    page.page.waitUntilSaved();
    assertThat(board.file("/main.py")).isEqualTo("print('changed')\n");
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void filesAreCopiedBothWays() {
    BoardPage page = open();
    page.connect();
    page.choose("/main.py", "Copy to page");
    page.page.page.locator("dialog button:has-text('Replace')").click();
    page.page.page.locator(".cm-line:has-text('from the board')").waitFor();
    Locator local = page.page.page.locator("#files-pane li:has([data-path='/main.py']) .more");
    local.click();
    page.page.page.locator(".menu button:has-text('Rename')").click();
    page.page.page.locator("#asked-name").fill("copy.py");
    page.page.page.keyboard().press("Enter");
    Locator copy = page.page.page.locator("#files-pane .file[data-path='/copy.py']");
    copy.waitFor();
    copy.dragTo(page.part("tree"));
    page.file("/copy.py").waitFor();
    assertThat(board.file("/copy.py")).isEqualTo("print('from the board')\n");
    page.choose("/copy.py", "Delete");
    page.file("/copy.py")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assertThat(board.file("/copy.py")).isNull();
  }

  @Test
  void aProgramIsCompiledOnItsWayToTheBoard() {
    BoardPage page = open();
    board.putFile("/tool.py", "print('old')\n");
    page.connect();
    page.part("compiles").locator("input").check();
    page.page.page.locator("#files-pane [data-part='new-file']").click();
    page.page.page.locator("#asked-name").fill("tool.py");
    page.page.page.keyboard().press("Enter");
    page.page.waitForFile("tool.py");
    page.page.setProgram("def answer():\n    return 42\n");
    Locator row = page.page.page.locator("#files-pane li:has([data-path='/tool.py'])");
    row.locator(".more").click();
    page.page.page.locator(".menu button:has-text('Copy to board')").click();
    page.page.page.locator("dialog button:text-is('Delete')").click();
    page.file("/tool.mpy").waitFor();
    page.page.page.locator(".notice:has-text('tool.py was copied as tool.mpy')").waitFor();
    page.file("/tool.py")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    page.waitForStatus("ready");
    page.page.setProgram("import tool\nprint('it is', tool.answer(), tool.__file__)\n");
    page.page.page.keyboard().press("Control+Shift+Enter");
    page.waitForText("it is 42 tool.mpy");
    page.waitForStatus("ready");
    page.page.setProgram("def\n");
    row.locator(".more").click();
    page.page.page.locator(".menu button:has-text('Copy to board')").click();
    page.page.page.locator(".notice:has-text('tool.py, line 1: invalid syntax')").waitFor();
  }

  @Test
  void anUnpluggedBoardComesBackByItself() {
    BoardPage page = open();
    page.connect();
    board.unplug();
    page.waitForStatus("none");
    assertThat(page.page.notice()).contains("unplugged");
    board.plugIn();
    page.waitForStatus("ready");
    page.file("/main.py").waitFor();
  }

  @Test
  void aReloadedPageHasItsBoardAgainUntilTheUserDisconnectsIt() {
    BoardPage page = open();
    page.connect();
    page.page.page.reload();
    page.waitForStatus("ready");
    page.file("/main.py").waitFor();
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Disconnect')").click();
    page.waitForStatus("none");
    page.page.page.reload();
    page.page.waitForState("ready");
    page.page.page.waitForTimeout(1500);
    page.waitForStatus("none");
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void aProgramThatNothingStopsIsEndedByARestart() {
    BoardPage page = open();
    String loop = "while True:\n try:\n  while True: pass\n except BaseException: pass\n";
    board.putFile("/main.py", "import time\ntime.sleep(1)\n" + loop);
    board.restart();
    page.connect();
    page.typeAtPrompt("6*7");
    page.waitForText("42");
  }

  @Test
  void aSilentBoardIsAskedAgain() {
    BoardPage page = open();
    board.fallSilent();
    page.part("connect").click();
    page.waitForStatus("silent");
    assertThat(page.part("text").textContent())
        .isEqualTo(
            "No MicroPython answers on the CP2102 adapter. The board says nothing. Press its RESET"
                + " button and try again; without MicroPython, flash it first.");
    board.wakeUp();
    page.part("again").click();
    page.waitForStatus("ready");
    page.file("/main.py").waitFor();
  }

  @Test
  void theKeyboardAloneConnectsAndRuns() {
    BoardPage page = open();
    page.part("connect").focus();
    page.page.page.keyboard().press("Enter");
    page.waitForStatus("ready");
    page.page.page.waitForSelector("#board-pane [data-part='more']:focus");
    page.page.setProgram("print('by', 'keys')\n");
    page.page.page.keyboard().press("Control+Shift+Enter");
    page.waitForText("by keys");
    page.waitForStatus("ready");
    assertThat(page.page.problems()).isEmpty();
  }

  /** It lasts ten seconds when nobody stops it. */
  @Test
  void theSearchForThePromptIsStopped() {
    BoardPage page = open();
    board.fallSilent();
    page.part("connect").click();
    Locator step = page.part("step");
    step.filter(new Locator.FilterOptions().setHasText("Looking for the prompt")).waitFor();
    page.part("cancel").click();
    page.page.page.waitForSelector(
        "#board-pane[data-status='silent']", new Page.WaitForSelectorOptions().setTimeout(7000));
    assertThat(page.part("text").textContent()).endsWith("The search was stopped.");
    page.part("again").click();
    step.filter(new Locator.FilterOptions().setHasText("Looking for the prompt")).waitFor();
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Disconnect')").click();
    page.waitForStatus("none");
    board.wakeUp();
    page.connect();
    page.file("/main.py").waitFor();
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void restartsPython() {
    BoardPage page = open();
    page.connect();
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Restart Python')").click();
    page.waitForText("from the board");
    page.page.page.locator("#clear").click();
    page.page.page.locator("#restart").click();
    page.waitForText("from the board");
    assertThat(page.page.terminalText()).doesNotContain("soft reboot");
  }
}
