package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Any loop can be stopped at once, and what the program knew is still known. */
final class StopTest extends PageTest {
  private static final double AT_ONCE_MILLISECONDS = 200;
  private static final String LOOP = "while True: pass\n";

  /** A page on which a program waits for ever at its end, having said {@code begun}. */
  private static PykopiPage running(PykopiPage page, String program, String end) {
    page.run(program + "print('be' + 'gun')\n" + end);
    page.waitForText("begun");
    page.waitForState("running");
    return page;
  }

  @Test
  void controlCStopsAnEndlessLoopAndKeepsTheVariables() {
    PykopiPage page = running(openPage(), "x = 41\n", LOOP);
    page.focusTerminal();
    page.measureStop();
    page.page.keyboard().press("Control+c");
    assertThat(page.measured()).isLessThan(AT_ONCE_MILLISECONDS);
    page.waitForText("KeyboardInterrupt");
    assertThat(page.stateText()).isEqualTo("Stopped");
    page.typeLine("print('x is', x + 1)");
    page.waitForText("x is 42");
  }

  @Test
  void theStopButtonDoesTheSame() {
    PykopiPage page = running(openPage(), "x = 41\n", LOOP);
    page.measureStop();
    page.page.locator("#stop").click();
    assertThat(page.measured()).isLessThan(AT_ONCE_MILLISECONDS);
    page.typeLine("print('x is', x + 1)");
    page.waitForText("x is 42");
  }

  @Test
  void sleepIsStopped() {
    PykopiPage page = running(openPage(), "import time\nx = 5\n", "time.sleep(1000)\n");
    page.measureStop();
    page.page.locator("#stop").click();
    assertThat(page.measured()).isLessThan(AT_ONCE_MILLISECONDS);
    page.typeLine("print('x is', x)");
    page.waitForText("x is 5");
  }

  @Test
  void inputIsStopped() {
    PykopiPage page = openPage();
    page.run("input('? ')\n");
    page.waitForState("waiting-input");
    page.focusTerminal();
    page.page.keyboard().press("Control+c");
    page.waitForText("KeyboardInterrupt");
    page.waitUntilIdle();
  }

  @Test
  void anEndlessPrintLoopLeavesThePageAlive() {
    PykopiPage page = openPage();
    page.run("i = 0\nwhile True:\n    print(i)\n    i += 1\n");
    page.waitForState("running");
    page.page.waitForTimeout(1500);
    double worstFrame =
        ((Number)
                page.page.evaluate(
                    """
                    () => new Promise((resolve) => {
                      let last = performance.now(), worst = 0, count = 0;
                      const frame = () => {
                        const now = performance.now();
                        worst = Math.max(worst, now - last);
                        last = now;
                        if (++count < 60) requestAnimationFrame(frame); else resolve(worst);
                      };
                      requestAnimationFrame(frame);
                    })
                    """))
            .doubleValue();
    assertThat(worstFrame).isLessThan(500);
    page.page.locator("#stop").click();
    page.waitUntilIdle();
    page.waitForText("KeyboardInterrupt");
    page.typeLine("print('after', i > 1000)");
    page.waitForText("after True");
  }

  @Test
  void runStartsARunningProgramAgain() {
    PykopiPage page = running(openPage(), "", LOOP);
    page.run("print('the ' + 'second')\n");
    page.waitForText("the second");
  }

  @Test
  void restartForgetsTheVariables() {
    PykopiPage page = openPage();
    page.runToEnd("x = 1");
    page.page.locator("#clear").click();
    page.page.locator("#restart").click();
    page.waitForText("for more information");
    page.typeLine("print(x)");
    page.waitForText("NameError");
  }

  @Test
  void restartLooksAsOnABoardAlsoInTheMiddleOfALine() {
    PykopiPage page = openPage();
    page.focusTerminal();
    page.page.keyboard().type("half a li");
    page.waitForText(">>> half a li");
    page.page.locator("#restart").click();
    page.waitForText(">>> half a li\nMPY: soft reboot\nMicroPython");
    page.waitForState("ready");
    page.page.locator("#clear").click();
    page.focusTerminal();
    page.page.keyboard().press("Control+d");
    page.waitForText(">>>\nMPY: soft reboot\nMicroPython");
    page.waitForState("ready");
  }
}
