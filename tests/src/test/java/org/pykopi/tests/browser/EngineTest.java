package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

/** Which engine runs, what the fallback can do, and that the policy forbids nothing we need. */
final class EngineTest extends PageTest {
  @Test
  void webAssemblyIsTheFirstChoice() {
    PykopiPage page = openPage();
    assertThat(page.page.locator("#chip").getAttribute("title")).contains("WebAssembly");
  }

  @Test
  void theForcedJavaScriptEngineRunsPrograms() {
    PykopiPage page = open(new Browser.NewContextOptions(), "?engine=js");
    page.waitForState("ready");
    assertThat(page.page.locator("#chip").getAttribute("title")).contains("JavaScript");
    page.runToEnd("print(sum(i * i for i in range(10)))");
    assertThat(page.terminalText()).contains("285");
    page.run("1 / 0\n");
    page.errorLine().waitFor();
    assertThat(page.errorNote()).contains("ZeroDivisionError");
  }

  @Test
  void theForcedJavaScriptEngineCanBeStopped() {
    PykopiPage page = open(new Browser.NewContextOptions(), "?engine=js");
    page.run("x = 1\nwhile True: pass\n");
    page.waitForState("running");
    page.page.waitForTimeout(300);
    page.page.locator("#stop").click();
    page.waitUntilIdle();
    page.runToEnd("print('alive', 'again')");
    assertThat(page.terminalText()).contains("alive again");
  }

  @Test
  void theContentSecurityPolicyIsStrictAndRefusesNothing() {
    PykopiPage page = openPage();
    String policy =
        page.page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
    assertThat(policy)
        .contains("default-src 'self'")
        .contains("script-src 'self' 'wasm-unsafe-eval'");
    assertThat(policy).doesNotContain("'unsafe-eval'").doesNotContain("http");
    page.runToEnd("print([1])");
    page.page.keyboard().press("F1");
    page.page.keyboard().press("Escape");
    page.page.keyboard().press("Shift+F2");
    page.page.locator(".card").first().waitFor();
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    PykopiPage page = openPage();
    Object foreign =
        page.page.evaluate(
            "performance.getEntriesByType('resource').map((entry) => entry.name)"
                + ".filter((name) => !name.startsWith(new URL('./', location.href).href))");
    assertThat((Iterable<?>) foreign).isEmpty();
  }
}
