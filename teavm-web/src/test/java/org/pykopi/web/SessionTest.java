package org.pykopi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pykopi.host.HostException;
import org.pykopi.runtime.Repl;
import org.pykopi.web.host.Bridge;

class SessionTest {
  private static final int LIST = 0;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int RENAME = 3;
  private static final int REMOVE = 4;
  private static final int QUIETLY = 16;

  private final FakeBridge bridge = new FakeBridge();
  private final Session session = new Session(bridge, Session.PROGRAMS);

  @Test
  void reportsSuccessAndExitCodes() {
    assertThat(run("print('hi')")).isEqualTo("{\"ok\":true,\"exitCode\":0,\"interrupted\":false}");
    assertThat(output()).isEqualTo("hi\n");
    assertThat(run("raise SystemExit(3)"))
        .isEqualTo("{\"ok\":false,\"exitCode\":3,\"interrupted\":false}");
    assertThat(run("raise SystemExit")).startsWith("{\"ok\":true,\"exitCode\":0");
  }

  @Test
  void reportsWhereAnExceptionCameFrom() {
    assertThat(run("def f():\n  raise ValueError('say \"no\"\\n')\n\nf()"))
        .isEqualTo(
            "{\"ok\":false,\"exitCode\":1,\"interrupted\":false,\"error\":{\"type\":\"ValueError\",\"message\":\"say"
                + " \\\"no\\\"\\u000a\",\"file\":\"/m.py\",\"line\":2,\"traceback\":["
                + "{\"file\":\"/m.py\",\"line\":4,\"name\":\"<module>\"},"
                + "{\"file\":\"/m.py\",\"line\":2,\"name\":\"f\"}]}}");
    assertThat(run("x = 1\nif x\n")).contains("SyntaxError", "\"file\":\"/m.py\",\"line\":2");
  }

  @Test
  void stopsALoopAndKeepsItsVariables() {
    bridge.isInterrupted = true;
    assertThat(run("x = 7\nwhile True: pass")).contains("\"interrupted\":true");
    assertThat(run("print(x)")).contains("\"ok\":true");
    assertThat(output()).endsWith("7\n");
  }

  @Test
  void importsEditedModulesAnew() {
    files(WRITE, "/lib/helper.py", "v = 1");
    files(WRITE, "/p/near.py", "v = 10");
    files(WRITE, "/p/main.py", "import helper, near\nprint(helper.v + near.v)");
    run("/p/main.py", null);
    files(WRITE, "/lib/helper.py", "v = 2");
    run("/p/main.py", null);
    assertThat(output()).isEqualTo("11\n12\n");
  }

  @Test
  void servesFiles() {
    assertThat(files(WRITE, "/a/b.txt", "text")).isZero();
    assertThat(files(LIST, "/")).isZero();
    assertThat(result().split("\0")).hasSize(2).anyMatch(e -> e.matches("f 4 \\d+ /a/b.txt"));
    assertThat(files(RENAME, "/a/b.txt", "/c/d.txt")).isZero();
    assertThat(files(READ, "/a/b.txt")).isEqualTo(-HostException.ENOENT);
    assertThat(files(READ, "/c/d.txt")).isZero();
    assertThat(result()).isEqualTo("text");
    assertThat(files(REMOVE, "/c")).isZero();
    assertThat(bridge.changes)
        .containsExactly("+/a", "+/a/b.txt", "+/c", "-/a/b.txt", "+/c/d.txt", "-/c/d.txt", "-/c");
  }

  @Test
  void reportsChangesAlsoOfFilesThatWerePutInPlaceQuietly() {
    files(WRITE + QUIETLY, "/a.txt", "1");
    assertThat(bridge.changes).isEmpty();
    run("f = open('/a.txt', 'a'); f.write('2'); f.close()");
    assertThat(bridge.changes).contains("+/a.txt");
    files(READ, "/a.txt");
    assertThat(result()).isEqualTo("12");
  }

  @Test
  void passesLongValuesInPieces() {
    String text = "0123456789".repeat(20_000);
    files(WRITE, "/long.txt", text);
    files(READ, "/long.txt");
    assertThat(result()).isEqualTo(text);
  }

  @Test
  void readsInput() {
    bridge.input = "Ada\n".getBytes(StandardCharsets.UTF_8);
    assertThat(run("print(input())")).contains("\"ok\":true");
    assertThat(run("input()")).contains("EOFError");
    assertThat(output()).startsWith("Ada\n");
  }

  @Test
  void startsAgainAsABoardDoes() {
    Session terminal = new Session(bridge, Session.TERMINAL);
    terminal.start();
    String greeting = output();
    type(terminal, "x = 1\r");
    bridge.output.reset();
    assertThat(type(terminal, "\u0004")).isEqualTo(Repl.EXIT);
    terminal.reset();
    terminal.start();
    assertThat(output()).isEqualTo("\r\nMPY: soft reboot\r\n" + greeting);
    type(terminal, "x\r");
    assertThat(output()).contains("NameError");
    type(terminal, "half a li");
    bridge.output.reset();
    terminal.reset();
    terminal.start();
    assertThat(output()).isEqualTo("\r\nMPY: soft reboot\r\n" + greeting);
    type(terminal, "\u001b[A\u001b[A");
    assertThat(output()).endsWith("x = 1");
  }

  private static int type(Session terminal, String keys) {
    int result = Repl.CONTINUE;
    for (byte b : keys.getBytes(StandardCharsets.UTF_8)) {
      result = terminal.feed(b & 0xff);
    }
    return result;
  }

  // ---- the JavaScript side's part of the exchange ----

  private String run(String source) {
    return run("/m.py", source);
  }

  private String run(String path, String source) {
    if (source != null) {
      files(WRITE, path, source);
    }
    pass(path);
    session.run();
    return result();
  }

  private int files(int operation, String... arguments) {
    for (String argument : arguments) {
      pass(argument);
    }
    return session.files(operation);
  }

  private void pass(String argument) {
    byte[] bytes = argument.getBytes(StandardCharsets.UTF_8);
    session.exchange.addArgument(bytes.length);
    for (int at = 0; at < bytes.length; at += Bridge.EXCHANGE_SIZE) {
      int count = Math.min(Bridge.EXCHANGE_SIZE, bytes.length - at);
      System.arraycopy(bytes, at, bridge.exchange, 0, count);
      session.exchange.fillArgument(at, count);
    }
  }

  private String result() {
    byte[] bytes = new byte[session.exchange.resultSize()];
    for (int at = 0; at < bytes.length; at += Bridge.EXCHANGE_SIZE) {
      session.exchange.takeResult(at);
      System.arraycopy(
          bridge.exchange, 0, bytes, at, Math.min(Bridge.EXCHANGE_SIZE, bytes.length - at));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String output() {
    return bridge.output.toString(StandardCharsets.UTF_8);
  }
}
