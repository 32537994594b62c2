package org.pykopi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplTest {
  private static final String PROMPT = ">>> ";
  private static final String GREETING =
      "\r\nbanner\r\nType \"help()\" for more information.\r\n>>> ";
  private static final String RAW_GREETING = "raw REPL; CTRL-B to exit\r\n>";

  private final ReplBench bench = new ReplBench();

  // ---- friendly mode ----

  @Test
  void runsALine() {
    assertThat(bench.echo("x\r")).isEqualTo("x\r\n>>> ");
    assertThat(bench.ran).containsExactly("SINGLE:x");
    assertThat(bench.echo("print\r")).endsWith("\r\nout>>> ");
    assertThat(bench.echo("raise\r")).endsWith("\r\nerr>>> ");
  }

  @Test
  void collectsACompoundStatementUpToABlankLine() {
    assertThat(bench.echo("if x:\r")).isEqualTo("if x:\r\n...     ");
    assertThat(bench.echo("y\r")).isEqualTo("y\r\n...     ");
    assertThat(bench.echo("\b\r")).endsWith(PROMPT);
    assertThat(bench.ran).containsExactly("SINGLE:if x:\n    y\n");
  }

  @Test
  void endsACompoundStatementAtCtrlD() {
    bench.type("if x: y\r\u0004");
    assertThat(bench.ran).containsExactly("SINGLE:if x: y\n");
  }

  @Test
  void dropsTheInputAtCtrlC() {
    assertThat(bench.echo("if x:\r y\u0003")).endsWith("\r\n>>> ");
    assertThat(bench.echo("x\u0003")).isEqualTo("x\r\n>>> ");
    assertThat(bench.ran).isEmpty();
  }

  @Test
  void leavesAtCtrlDAndAtSystemExit() {
    assertThat(bench.type("\u0004")).isEqualTo(Repl.EXIT);
    assertThat(bench.type("exit\r")).isEqualTo(Repl.EXIT | 7);
  }

  @Test
  void startsAfterASoftResetAsABoardDoes() {
    String reboot = "MPY: soft reboot" + GREETING;
    assertThat(bench.echo("\u0004") + bench.reset()).isEqualTo("\r\n" + reboot);
    assertThat(bench.echo("exit\r") + bench.reset()).isEqualTo("exit\r\n" + reboot);
    assertThat(bench.echo("half a li") + bench.reset()).isEqualTo("half a li\r\n" + reboot);
  }

  @Test
  void staysInRawModeOnlyWhenTheToolAskedForTheReset() {
    bench.type("\u0001");
    assertThat(bench.reset()).isEqualTo("\r\nMPY: soft reboot" + GREETING);
    bench.echo("\u0001");
    assertThat(bench.echo("\u0004") + bench.reset())
        .isEqualTo("OK\r\nMPY: soft reboot\r\n" + RAW_GREETING);
  }

  @Test
  void greetsAgainAtCtrlB() {
    assertThat(bench.echo("\u0002")).isEqualTo(GREETING);
  }

  @Test
  void takesBothKindsOfLineEnd() {
    bench.type("a\r\nb\r\n");
    assertThat(bench.ran).containsExactly("SINGLE:a", "SINGLE:b");
  }

  @Test
  void pastesAFile() {
    assertThat(bench.echo("\u0005"))
        .isEqualTo("\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ");
    assertThat(bench.echo("if x:\r  y")).isEqualTo("if x:\r\n===   y");
    assertThat(bench.echo("\u0004")).isEqualTo("\r\n>>> ");
    assertThat(bench.ran).containsExactly("PASTE:if x:\r  y");
    assertThat(bench.echo("\u0005z\u0003")).endsWith("z\r\n>>> ");
    assertThat(bench.ran).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "x = [1,", "'''a", "\"\"\"'''", "x = \\", "@a", "async", "f('''", "{"})
  void waitsForTheRest(String input) {
    assertThat(Continuation.isIncomplete(input)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "iffy", "'('", "'\\'('", "'(", "if x:\n  y\n", "()", "'''a'''"})
  void doesNotWaitForMore(String input) {
    assertThat(Continuation.isIncomplete(input)).isFalse();
  }

  // ---- raw mode ----

  @Test
  void entersAndLeavesRawMode() {
    assertThat(bench.echo("\u0001")).isEqualTo("\r\n" + RAW_GREETING);
    assertThat(bench.echo("\u0001")).isEqualTo(RAW_GREETING);
    assertThat(bench.echo("\u0002")).isEqualTo(GREETING);
  }

  @Test
  void runsATextInRawMode() {
    bench.echo("\u0001");
    assertThat(bench.echo("print\u0004")).isEqualTo("OKout\u0004\u0004>");
    assertThat(bench.echo("raise\u0004")).isEqualTo("OK\u0004err\u0004>");
    assertThat(bench.echo("dropped\u0003x\ny\u0004")).isEqualTo("OK\u0004\u0004>");
    assertThat(bench.ran).containsExactly("FILE:print", "FILE:raise", "FILE:x\ny");
  }

  @Test
  void resetsAtCtrlDInRawMode() {
    bench.echo("\u0001");
    assertThat(bench.type("\u0004")).isEqualTo(Repl.EXIT);
    assertThat(bench.shown()).isEqualTo("OK\r\n");
    assertThat(bench.type("exit\u0004")).isEqualTo(Repl.EXIT | 7);
    assertThat(bench.shown()).isEqualTo("OK\u0004\u0004");
  }

  @Test
  void takesRawPasteInWindows() {
    bench.echo("\u0001");
    assertThat(bench.echo("\u0005A\u0001")).isEqualTo("R\u0001\ufffd\u0000\u0001");
    assertThat(bench.echo("#".repeat(127))).isEmpty();
    assertThat(bench.echo("#")).isEqualTo("\u0001");
    assertThat(bench.echo("\u0004")).isEqualTo("\u0004\u0004\u0004>");
    assertThat(bench.ran).containsExactly("FILE:" + "#".repeat(128));
  }

  @Test
  void stopsRawPasteAtCtrlC() {
    bench.echo("\u0001\u0005A\u0001abc");
    assertThat(bench.echo("\u0003")).isEqualTo("\u0004\u0004err\u0004>");
    assertThat(bench.ran).isEmpty();
  }

  @Test
  void refusesUnknownExtensions() {
    bench.echo("\u0001");
    assertThat(bench.echo("\u0005Z\u0001")).isEqualTo("R\u0000>");
  }
}
