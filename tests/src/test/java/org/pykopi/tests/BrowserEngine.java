package org.pykopi.tests;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The built runtime in Chromium: WebAssembly GC or the JavaScript build. The page {@code
 * tests/browser/harness} runs each program in a worker, in a new virtual machine, under the strict
 * content security policy.
 */
final class BrowserEngine implements Engine {
  private final String name;
  private final StaticServer server;
  private final Page page;

  /** {@code name} is {@code wasm} or {@code js}. */
  BrowserEngine(String name) throws IOException {
    this.name = name;
    Path dist = Program.ROOT.resolve("webapp/dist");
    server =
        new StaticServer(0)
            .mount("/harness/", Program.TESTS.resolve("browser/harness"))
            .mount("/dist/", dist);
    page = Chromium.browser().newPage();
    page.setDefaultTimeout(120_000);
    page.navigate(server.url() + "harness/index.html");
    page.waitForFunction("globalThis.harnessReady");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String run(Program program) {
    Map<String, String> files = new HashMap<>();
    program
        .files()
        .forEach((path, bytes) -> files.put(path, Base64.getEncoder().encodeToString(bytes)));
    Map<String, Object> job =
        Map.of(
            "engine",
            name,
            "profile",
            program.profile().label,
            "fileName",
            program.fileName(),
            "source",
            program.source(),
            "stdin",
            program.stdin(),
            "files",
            files);
    return (String) page.evaluate("job => runJob(job)", job);
  }

  @Override
  public void close() {
    page.close();
    server.close();
  }
}
