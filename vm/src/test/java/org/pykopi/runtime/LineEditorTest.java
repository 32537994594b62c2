package org.pykopi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineEditorTest {
  private static final String ESC = "\u001b";
  private static final String UP = ESC + "[A";
  private static final String DOWN = ESC + "[B";
  private static final String LEFT = ESC + "[D";
  private static final String HOME = ESC + "[H";

  private final ReplBench bench = new ReplBench();

  static List<Arguments> keys() {
    return List.of(
        Arguments.of("abc\b", "ab"),
        Arguments.of("abc" + LEFT + "\u007f", "ac"),
        Arguments.of("abc" + HOME + "x", "xabc"),
        Arguments.of("abc" + ESC + "[1~" + ESC + "[3~", "bc"),
        Arguments.of("abc" + HOME + ESC + "[C" + ESC + "[C" + "x" + ESC + "[4~y", "abxcy"),
        Arguments.of("abc\u0001x\u0005y", "xabcy"),
        Arguments.of("abc\u0002\u0002\u0004", "ac"),
        Arguments.of("abc\u0002\u0002\u000b", "a"),
        Arguments.of("abc\u0002\u0015", "c"),
        Arguments.of("one two\u0017", "one "),
        Arguments.of("one two" + ESC + "b" + ESC + "d", "one "),
        Arguments.of("one two" + HOME + ESC + "fx", "onex two"),
        Arguments.of("one two" + ESC + "[1;5Dx", "one xtwo"),
        Arguments.of("one two" + HOME + ESC + "[1;5Cx", "onex two"),
        Arguments.of("a \tb", "a     b"),
        Arguments.of("h\u00e9\ud83d\ude00x" + LEFT + "\b", "h\u00e9x"),
        Arguments.of("a\u0000\u001c" + ESC + "xb", "ab"));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void editsTheLine(String keys, String expected) {
    bench.type(keys + "\r");
    assertThat(bench.ran).containsExactly("SINGLE:" + expected);
  }

  @Test
  void showsNoMoreThanWhatChanged() {
    assertThat(bench.echo("abc")).isEqualTo("abc");
    assertThat(bench.echo("\b")).isEqualTo("\b" + ESC + "[K");
    assertThat(bench.echo(LEFT)).isEqualTo("\b");
    assertThat(bench.echo("x")).isEqualTo("xb\b");
    assertThat(bench.echo("yzyzyz" + HOME)).endsWith(ESC + "[8D");
  }

  @Test
  void movesByTheColumnsOfWideCharacters() {
    assertThat(bench.echo("\u6f22" + LEFT)).isEqualTo("\u6f22\b\b");
    assertThat(bench.echo("a")).isEqualTo("a\u6f22\b\b");
  }

  @Test
  void walksThroughTheHistory() {
    bench.type("one\rtwo\rtwo\r");
    bench.shown();
    assertThat(bench.echo(UP)).isEqualTo("two");
    assertThat(bench.echo(UP)).isEqualTo("\b\b\bone");
    assertThat(bench.echo(UP)).isEmpty();
    assertThat(bench.echo(DOWN + DOWN)).endsWith("\b\b\b" + ESC + "[K");
    assertThat(bench.history.save()).isEqualTo("one\ntwo\n");
  }

  @Test
  void keepsALimitedHistory() {
    History history = new History();
    for (int i = 0; i < 60; i++) {
      history.add("line " + i);
    }
    History copy = new History();
    copy.restore(history.save());
    assertThat(copy.size()).isEqualTo(History.CAPACITY);
    assertThat(copy.get(0)).isEqualTo("line 59");
  }

  @Test
  void indentsAndUnindents() {
    bench.type("if a:\r");
    assertThat(bench.shown()).endsWith("...     ");
    bench.type("if b:\r");
    assertThat(bench.shown()).endsWith("...         ");
    assertThat(bench.echo("\b")).isEqualTo("\b\b\b\b" + ESC + "[K");
    assertThat(bench.echo("c\r")).endsWith("...     ");
    assertThat(bench.echo("\r")).endsWith("...     ");
    assertThat(bench.echo("\r")).endsWith("... ");
    bench.type("\r");
    assertThat(bench.ran).hasSize(1);
  }

  @Test
  void stopsIndentingWhenASpaceFollows() {
    bench.type("if a:\r");
    bench.shown();
    assertThat(bench.echo(" ")).isEqualTo("\b\b\b");
    assertThat(bench.echo("b\r")).endsWith("... ");
  }
}
