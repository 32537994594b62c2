package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code device mip install}, with an index of packages on this machine. */
final class PackageCommandTest {
  @TempDir private Path folder;
  private final Map<String, String> pages = new HashMap<>();
  private final DeviceShell shell = new DeviceShell(null);
  private ReplBoard board;
  private PortServer server;
  private HttpServer web;
  private String index;

  @BeforeEach
  void start() throws Exception {
    board = new ReplBoard(new VirtualClock(), 921600, 500);
    board.start();
    board.open(921600);
    server = new PortServer(board);
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          String page = pages.get(exchange.getRequestURI().getPath());
          byte[] body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    web.start();
    index = "http://127.0.0.1:" + web.getAddress().getPort();
  }

  @AfterEach
  void stop() throws IOException {
    web.stop(0);
    server.close();
    board.switchOff();
  }

  private int install(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "mip";
    all[1] = "install";
    all[2] = "--index=" + index;
    System.arraycopy(words, 0, all, 3, words.length);
    return shell.run(server.url(), all);
  }

  /** Puts a file into the index; the start of its hash. */
  private String put(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    String start = HexFormat.of().formatHex(hash).substring(0, 8);
    pages.put("/file/" + start.substring(0, 2) + "/" + start, text);
    return start;
  }

  private String onBoard(String path) {
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    boolean exists =
        board.files.list(path.substring(0, slash)).stream()
            .anyMatch(entry -> entry.name().equals(name));
    return exists ? new String(board.files.snapshot(path), StandardCharsets.UTF_8) : null;
  }

  @Test
  void packagesComeWithWhatTheyNeed() throws Exception {
    String tool = put("x = 1\n");
    String other = put("y = 2\n");
    pages.put(
        "/package/6/tool/latest.json",
        "{\"v\": 1, \"hashes\": [[\"tool/__init__.py\", \""
            + tool
            + "\"]],\n \"deps\": [[\"other\", \"1.0\"], [\"tool\", \"\"]]}");
    pages.put("/package/6/other/1.0.json", "{\"hashes\": [[\"other.py\", \"" + other + "\"]]}");
    assertThat(install("--target=/lib", "tool")).as(shell.err).isZero();
    assertThat(shell.out)
        .isEqualTo(
            "Install tool\nInstalling: /lib/tool/__init__.py\nInstalling: /lib/other.py\nDone\n");
    assertThat(onBoard("/lib/tool/__init__.py")).isEqualTo("x = 1\n");
    assertThat(onBoard("/lib/other.py")).isEqualTo("y = 2\n");
    assertThat(install("--target=/lib", "other@1.0")).isZero();
    assertThat(shell.out).isEqualTo("Install other@1.0\nExists: /lib/other.py\nDone\n");
    pages.put("/package/py/tool/latest.json", "{}");
    assertThat(install("--target=/lib", "--no-mpy", "tool")).as(shell.err).isZero();
  }

  @Test
  void filesAndDescriptionsComeFromAnywhere() throws Exception {
    pages.put("/some/one.py", "one = 1\n");
    pages.put("/some/package.json", "{\"urls\": [[\"p/two.py\", \"src/two.py\"]]}");
    pages.put("/some/src/two.py", "two = 2\n");
    assertThat(install("--target=/lib", index + "/some/one.py", index + "/some"))
        .as(shell.err)
        .isZero();
    assertThat(onBoard("/lib/one.py")).isEqualTo("one = 1\n");
    assertThat(onBoard("/lib/p/two.py")).isEqualTo("two = 2\n");
    Path description = folder.resolve("own.json");
    Files.writeString(description, "{\"urls\": [[\"three.py\", \"three.py\"]]}");
    Files.writeString(folder.resolve("three.py"), "three = 3\n");
    assertThat(install("--target=/lib", description.toString())).as(shell.err).isZero();
    assertThat(onBoard("/lib/three.py")).isEqualTo("three = 3\n");
  }

  @Test
  void whatIsWrongIsToldInOneSentence() throws Exception {
    String hash = put("x = 1\n");
    pages.put("/file/" + hash.substring(0, 2) + "/" + hash, "something else\n");
    pages.put("/package/6/damaged/latest.json", "{\"hashes\": [[\"a.py\", \"" + hash + "\"]]}");
    pages.put("/package/6/odd/latest.json", "{\"hashes\": [[\"a.py\"]]}");
    pages.put("/package/6/text/latest.json", "<html>");
    assertFails("has not the contents that the index promises", "--target=/lib", "damaged");
    board.files.makeFolder("/lib");
    assertThat(onBoard("/lib/a.py")).isNull();
    assertFails(
        "\"hashes\" of " + index + "/package/6/odd/latest.json is no list", "--target=/lib", "odd");
    assertFails("/package/6/text/latest.json is no JSON", "--target=/lib", "text");
    assertFails("mip: not found: " + index, "--target=/lib", "nothing");
    assertFails("names no repository", "--target=/lib", "github:one/two.py");
    assertFails("can not be reached", "--target=/lib", "http://127.0.0.1:1/x.py");
    assertFails("in one word", "--target", "tool");
    assertThat(shell.run(server.url(), "mip", "install", "--target=/lib", "tool")).isEqualTo(1);
    assertThat(shell.err)
        .isEqualTo(
            "pykopi device: mip: tool is looked up in an index of packages:"
                + " tell which with --index=URL\n");
    assertThat(shell.run(server.url(), "mip", "remove", "x")).isEqualTo(1);
    assertThat(shell.err).contains("write mip install PACKAGE...");
  }

  private void assertFails(String text, String... words) {
    assertThat(install(words)).isEqualTo(1);
    assertThat(shell.err).startsWith("pykopi device: mip: ").contains(text);
    assertThat(shell.err.lines()).hasSize(1);
  }
}
