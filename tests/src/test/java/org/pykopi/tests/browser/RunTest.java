package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** Load, type, run, print, talk to the program, see its errors. */
final class RunTest extends PageTest {
  @Test
  void printsWhatTheProgramPrints() {
    PykopiPage page = openPage();
    page.runToEnd("for i in range(3):\n    print('line', i)");
    assertThat(page.terminalText()).contains("line 0\nline 1\nline 2");
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void theEditorWorksBeforeTheRuntimeIsThere() {
    PykopiPage page = open(new Browser.NewContextOptions(), "");
    page.run("print('early ' + 'bird')\n");
    page.waitForText("early bird");
  }

  @Test
  void inputWaitsForTheTerminal() {
    PykopiPage page = openPage();
    page.run("name = input('Who? ')\nprint('Hello, ' + name + '!')\n");
    page.waitForState("waiting-input");
    assertThat(page.stateText()).isEqualTo("Waiting for input");
    page.typeLine("Ada");
    page.waitForText("Hello, Ada!");
    page.waitUntilIdle();
  }

  @Test
  void sleepTakesItsTimeAndThePageStaysAlive() {
    PykopiPage page = openPage();
    page.run(
        """
        import time
        start = time.ticks_ms()
        time.sleep(1)
        print('slept', 950 <= time.ticks_diff(time.ticks_ms(), start) < 10_000)
        """);
    page.waitForState("running");
    page.setProgram("print('typed while it sleeps')");
    page.waitForText("slept True");
    page.waitUntilIdle();
    assertThat(page.program()).contains("typed while it sleeps");
  }

  @Test
  void thePromptKnowsTheVariablesOfTheProgram() {
    PykopiPage page = openPage();
    page.runToEnd("secret = 6 * 7");
    page.typeLine("print('it is', secret)");
    page.waitForText("it is 42");
  }

  @Test
  void aProgramDoesNotSeeTheVariablesOfTheOneBefore() {
    PykopiPage page = openPage();
    page.runToEnd("misspelt = 1");
    page.run("print(misspelt)\n");
    page.errorLine().waitFor();
    assertThat(page.errorNote()).contains("NameError");
  }

  @Test
  void anErrorIsMarkedWhereTheTracebackSays() {
    PykopiPage page = openPage();
    page.run(
        """
        def divide(a, b):
            return a / b

        divide(1, 0)
        """);
    page.errorLine().waitFor();
    assertThat(page.errorLine().textContent()).isEqualTo("    return a / b");
    assertThat(page.errorNote()).contains("ZeroDivisionError");
    page.waitForText("Traceback (most recent call last):");
  }

  @Test
  void editingClearsTheMark() {
    PykopiPage page = openPage();
    page.run("print(missing)\n");
    page.errorLine().waitFor();
    page.focusEditor();
    page.page.keyboard().type("#");
    page.errorLine().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  @Test
  void aSyntaxErrorIsMarked() {
    PykopiPage page = openPage();
    page.run("x = 1\nif x\n    print(x)\n");
    page.errorLine().waitFor();
    assertThat(page.errorLine().textContent()).isEqualTo("if x");
    assertThat(page.errorNote()).isEqualTo("SyntaxError: invalid syntax (expected ':')");
    page.waitUntilIdle();
  }

  @Test
  void fiveMegabytesArriveWithTheLastLinesWhole() {
    PykopiPage page = openPage();
    page.run(
        """
        text = 'x' * 90
        for i in range(50000):
            print('%05d' % i, text[:44])
        print('the', 'last')
        for i in range(50000):
            print('%05d' % i, text[:44])
        print('the', 'end')
        """);
    page.waitForText("the end");
    page.waitUntilIdle();
    String row = " " + "x".repeat(44) + "\n";
    assertThat(page.terminalText())
        .contains("49997" + row + "49998" + row + "49999" + row + "the end");
  }

  @Test
  void colouredOutputIsColoured() {
    PykopiPage page = openPage();
    page.runToEnd("print('\\x1b[31m' + 'red' + '\\x1b[0m')");
    assertThat(page.page.locator(".xterm-rows span.xterm-fg-1").textContent()).isEqualTo("red");
  }
}
