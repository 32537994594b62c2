package org.pykopi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pykopi.disk.RomWriter;
import org.pykopi.host.HostException;
import org.pykopi.runtime.Repl;
import org.pykopi.runtime.Version;
import org.pykopi.web.host.Bridge;

class SessionTest {
  private static final int LIST = 0;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int RENAME = 3;
  private static final int REMOVE = 4;
  private static final int QUIETLY = 16;

  private final FakeBridge bridge = new FakeBridge();
  private final Session session = new Session(bridge, Session.PROGRAMS, 0);
  private final Session terminal = new Session(bridge, Session.TERMINAL, 0);

  @Test
  void saysItsVersion() {
    assertThat(result(session)).isEqualTo(Version.NUMBER);
  }

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
  void compilesForABoard() {
    pass(session, "a.py");
    pass(session, "x = 1\n");
    assertThat(session.compile()).isZero();
    assertThat(result()).startsWith("M\u0006");
    pass(session, "a.py");
    pass(session, "x = 1\nif\n");
    assertThat(session.compile()).isNotZero();
    assertThat(result()).isEqualTo("a.py, line 2: invalid syntax");
  }

  /** Where the answer is a promise nothing waits for it, and the runtime would end. */
  @Test
  void warmingUpAsksTheHostForNoStop() {
    int pieces = 1;
    while (session.warmUp() != 0) {
      pieces++;
    }
    assertThat(pieces).isGreaterThan(100);
    assertThat(bridge.polls).isZero();
  }

  @Test
  void stopsALoopAndKeepsItsVariables() {
    bridge.isInterrupted = true;
    assertThat(run(terminal, "/m.py", "x = 7\nwhile True: pass")).contains("\"interrupted\":true");
    type("x + 1\r");
    assertThat(output()).contains("x + 1\r\n8\n");
  }

  @Test
  void runsEachProgramInANewPython() {
    run("import math, sys\nx = 7\nmath.tau = 6\nsys.path.append('/mine')\nprint = None");
    assertThat(run("x")).contains("\"type\":\"NameError\"");
    run("import math, sys\nprint(math.tau > 6, '/mine' in sys.path)");
    assertThat(output()).endsWith("True False\n");
  }

  @Test
  void warmsUpWithoutATrace() {
    int steps = 1;
    while (session.warmUp() != 0) {
      steps++;
    }
    assertThat(steps).isGreaterThan(100);
    assertThat(output()).isEmpty();
  }

  @Test
  void importsTheModulesOfAnImage() {
    RomWriter writer = new RomWriter();
    writer.add("drinks/__init__.py", "tea = 3\n".getBytes(StandardCharsets.UTF_8));
    pass(session, writer.toBytes());
    assertThat(session.useImage()).isZero();
    run("import drinks\nprint(drinks.tea, drinks.__path__)");
    assertThat(output()).isEqualTo("3 .frozen/drinks\n");
    pass(session, "no image");
    assertThat(session.useImage()).isNotZero();
  }

  @Test
  void startsEachProgramInTheOutermostFolder() {
    run("import os\nos.mkdir('/a')\nos.chdir('/a')");
    run("import os\nprint(os.getcwd())");
    assertThat(output()).isEqualTo("/\n");
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
    terminal.start();
    String greeting = output();
    type("x = 1\r");
    bridge.output.reset();
    assertThat(type("\u0004")).isEqualTo(Repl.EXIT);
    terminal.reset(0);
    terminal.start();
    assertThat(output()).isEqualTo("\r\nMPY: soft reboot\r\n" + greeting);
    type("x\r");
    assertThat(output()).contains("NameError");
    type("half a li");
    bridge.output.reset();
    terminal.reset(0);
    terminal.start();
    assertThat(output()).isEqualTo("\r\nMPY: soft reboot\r\n" + greeting);
    type("\u001b[A\u001b[A");
    assertThat(output()).endsWith("x = 1");
  }

  @Test
  void becomesAnotherPython() {
    terminal.start();
    bridge.output.reset();
    terminal.reset(1);
    terminal.start();
    assertThat(output()).contains("Pycopy v3.6.1");
    type("import time\r");
    assertThat(output()).contains("no module named 'time'");
    bridge.output.reset();
    terminal.reset(0);
    terminal.start();
    assertThat(output()).contains("MicroPython");
  }

  private int type(String keys) {
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
    return run(session, path, source);
  }

  private String run(Session target, String path, String source) {
    if (source != null) {
      pass(target, path);
      pass(target, source);
      target.files(WRITE);
    }
    pass(target, path);
    target.run();
    return result(target);
  }

  private int files(int operation, String... arguments) {
    for (String argument : arguments) {
      pass(session, argument);
    }
    return session.files(operation);
  }

  private void pass(Session target, String argument) {
    pass(target, argument.getBytes(StandardCharsets.UTF_8));
  }

  private void pass(Session target, byte[] bytes) {
    target.exchange.addArgument(bytes.length);
    for (int at = 0; at < bytes.length; at += Bridge.EXCHANGE_SIZE) {
      int count = Math.min(Bridge.EXCHANGE_SIZE, bytes.length - at);
      System.arraycopy(bytes, at, bridge.exchange, 0, count);
      target.exchange.fillArgument(at, count);
    }
  }

  private String result() {
    return result(session);
  }

  private String result(Session target) {
    byte[] bytes = new byte[target.exchange.resultSize()];
    for (int at = 0; at < bytes.length; at += Bridge.EXCHANGE_SIZE) {
      target.exchange.takeResult(at);
      System.arraycopy(
          bridge.exchange, 0, bytes, at, Math.min(Bridge.EXCHANGE_SIZE, bytes.length - at));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String output() {
    return bridge.output.toString(StandardCharsets.UTF_8);
  }
}
