package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Any loop can be stopped at once, and what the program knew is still known. */
final class StopTest extends PageTest {
  private static final double AT_ONCE_MILLISECONDS = 200;
  private static final double FRAME_MILLISECONDS = 500;
  private static final String LOOP = "while True: pass\n";

  /** How often a limit is tried: another process may have the processor for a moment. */
  private static final int TRIES = 3;

  /** Runs a program that waits for ever at its end until it says that it is there. */
  private static void begin(PykopiPage page, String program, String end, int number) {
    page.run(program + "print('be' + 'gun', " + number + ")\n" + end);
    page.waitForText("begun " + number);
    page.waitForState("running");
  }

  /** Runs and stops a program; the shortest time until the page shows that nothing runs. */
  private static void checkStop(PykopiPage page, String program, String end, Runnable stop) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && best >= AT_ONCE_MILLISECONDS; i++) {
      begin(page, program, end, i);
      page.measureStop();
      stop.run();
      best = Math.min(best, page.measured());
      page.waitForState("stopped");
    }
    assertThat(best).isLessThan(AT_ONCE_MILLISECONDS);
  }

  private static void pressStop(PykopiPage page) {
    page.page.locator("#stop").click();
  }

  @Test
  void controlCStopsAnEndlessLoopAndKeepsTheVariables() {
    PykopiPage page = openPage();
    checkStop(
        page,
        "x = 41\n",
        LOOP,
        () -> {
          page.focusTerminal();
          page.page.keyboard().press("Control+c");
        });
    page.waitForText("KeyboardInterrupt");
    assertThat(page.stateText()).isEqualTo("Stopped");
    page.typeLine("print('x is', x + 1)");
    page.waitForText("x is 42");
  }

  @Test
  void theStopButtonDoesTheSame() {
    PykopiPage page = openPage();
    checkStop(page, "x = 41\n", LOOP, () -> pressStop(page));
    page.typeLine("print('x is', x + 1)");
    page.waitForText("x is 42");
  }

  @Test
  void sleepIsStopped() {
    PykopiPage page = openPage();
    checkStop(page, "import time\nx = 5\n", "time.sleep(1000)\n", () -> pressStop(page));
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
    double worstFrame = Double.MAX_VALUE;
    for (int i = 0; i < TRIES && worstFrame >= FRAME_MILLISECONDS; i++) {
      worstFrame = Math.min(worstFrame, worstOfSixtyFrames(page));
    }
    assertThat(worstFrame).isLessThan(FRAME_MILLISECONDS);
    pressStop(page);
    page.waitUntilIdle();
    page.waitForText("KeyboardInterrupt");
    page.typeLine("print('after', i > 1000)");
    page.waitForText("after True");
  }

  private static double worstOfSixtyFrames(PykopiPage page) {
    return ((Number)
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
  }

  @Test
  void runStartsARunningProgramAgain() {
    PykopiPage page = openPage();
    begin(page, "", LOOP, 0);
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
