package org.pykopi.tests;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.htmlunit.BrowserVersion;
import org.htmlunit.ScriptResult;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;

/**
 * The JavaScript build in HtmlUnit, a browser written in Java: it needs nothing installed and knows
 * no WebAssembly, no module and no worker, so it stands for the oldest browsers. The page {@code
 * tests/browser/htmlunit} is its host.
 */
final class HtmlUnitEngine implements Engine {
  private final StaticServer server;
  private final WebClient client;
  private final HtmlPage page;

  HtmlUnitEngine() throws IOException {
    server =
        new StaticServer(0)
            .mount("/", Program.TESTS.resolve("browser/htmlunit"))
            .mount("/dist/", Path.of(Program.ROOT.toString(), "webapp/dist"));
    client = new WebClient(BrowserVersion.CHROME);
    client.getOptions().setThrowExceptionOnScriptError(true);
    client.setJavaScriptTimeout(120_000);
    page = client.getPage(server.url() + "index.html");
  }

  @Override
  public String name() {
    return "htmlunit";
  }

  @Override
  public String run(Program program) {
    Map<String, String> files = new HashMap<>();
    program
        .files()
        .forEach((path, bytes) -> files.put(path, Base64.getEncoder().encodeToString(bytes)));
    Gson gson = new Gson();
    ScriptResult result =
        page.executeJavaScript(
            "runProgram("
                + gson.toJson(program.fileName())
                + ","
                + gson.toJson(program.source())
                + ","
                + gson.toJson(program.stdin())
                + ","
                + gson.toJson(files)
                + ","
                + program.profile().ordinal()
                + ")");
    String bytes = result.getJavaScriptResult().toString();
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
