package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The choice of the Python: without a new document, kept for the next visit. */
final class ProfileTest extends PageTest {
  @Test
  void changesThePythonInPlace() {
    PykopiPage page = openPage();
    page.runToEnd("secret = 6 * 7");
    page.page.evaluate("window.sameDocument = true");
    Locator choice = page.page.locator("#profile");
    assertThat(choice.inputValue()).isEqualTo("micropython");
    choice.selectOption("pycopy");
    page.waitForText("Pycopy v3.6.1");
    page.waitUntilIdle();
    page.run("import sys, utime\nprint(sys.implementation.version, 'secret' in globals())");
    page.waitForText("(3, 6, 1) False");
    page.waitUntilIdle();
    assertThat(page.page.evaluate("window.sameDocument")).isEqualTo(true);
    page.page.reload();
    page.waitForText("Pycopy v3.6.1");
    assertThat(choice.inputValue()).isEqualTo("pycopy");
    choice.selectOption("micropython");
    page.waitForText("MicroPython v1");
    assertThat(page.problems()).isEmpty();
  }
}
