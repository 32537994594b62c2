package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykopi.runtime.Version;

/** Which engine runs, what the fallback can do, and that the policy forbids nothing we need. */
final class EngineTest extends PageTest {
  @Test
  void webAssemblyIsTheFirstChoice() {
    PykopiPage page = openPage();
    assertThat(page.page.locator("#chip").getAttribute("title"))
        .isEqualTo("Pykopi " + Version.NUMBER + " on WebAssembly");
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

  @ParameterizedTest
  @CsvSource({
    "WebAssembly.validate = () => false, JavaScript",
    "delete globalThis.WebAssembly, JavaScript",
    "delete WebAssembly.Suspending, WebAssembly",
  })
  void anOlderBrowserGetsWhatItCanRunAndHearsWhatIsReduced(String lack, String engine) {
    PykopiPage page = openWithWorker(lack + ";");
    page.waitForState("ready");
    assertThat(page.page.locator("#chip").getAttribute("title")).endsWith(engine);
    assertThat(page.notice())
        .contains("cannot wait for input()")
        .contains("Stop starts Python again");
    page.runToEnd("print(sum(i * i for i in range(10)))");
    assertThat(page.terminalText()).contains("285");
    page.run("input('? ')\n");
    page.waitForText("cannot wait for input");
    page.waitForState("ready");
    page.run("while True: pass\n");
    page.waitForState("running");
    page.page.locator("#stop").click();
    page.waitUntilIdle();
    page.waitForText("Run main.py\nMicroPython");
    page.waitForNotice("its variables are lost, its files are kept");
    page.run("print('alive', 'again')\n");
    page.waitForText("alive again");
    assertThat(page.problems()).isEmpty();
  }

  /** The page in a browser whose worker runs a script first. */
  private PykopiPage openWithWorker(String script) {
    return open(
        new Browser.NewContextOptions(),
        "",
        context ->
            context.route(
                "**/assets/worker-*.js",
                route -> {
                  APIResponse response = route.fetch();
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setResponse(response)
                          .setBody(script + response.text()));
                }));
  }

  @Test
  void aHostMayNotKnowTheTypeOfWebAssembly() {
    PykopiPage page =
        open(
            new Browser.NewContextOptions(),
            "",
            context ->
                context.route(
                    "**/pykopi.wasm",
                    route ->
                        route.fulfill(
                            new Route.FulfillOptions()
                                .setBodyBytes(route.fetch().body())
                                .setContentType("application/octet-stream"))));
    page.waitForState("ready");
    assertThat(page.page.locator("#chip").getAttribute("title")).endsWith("WebAssembly");
  }

  @Test
  void theForcedJavaScriptEngineCanBeStopped() {
    PykopiPage page = open(new Browser.NewContextOptions(), "?engine=js");
    page.run("print('be' + 'gun')\nwhile True: pass\n");
    page.waitForText("begun");
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
    // Firmware comes from where the user says, and boards on the network speak WebSocket.
    String connections = "connect-src 'self' https: ws: wss:;";
    assertThat(policy).contains(connections).doesNotContain("'unsafe-eval'");
    assertThat(policy.replace(connections, "")).doesNotContain("http");
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
