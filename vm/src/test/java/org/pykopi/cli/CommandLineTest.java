package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykopi.cli.CommandLine.Action;

class CommandLineTest {
  private static CommandLine parse(String text) throws CommandLine.InvalidException {
    return CommandLine.parse(text.isEmpty() ? new String[0] : text.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "x.py a -i, FILE, x.py, x.py a -i",
    "-i -c pass -m b, COMMAND, pass, -c -m b",
    "-m mod a, MODULE, mod, mod a",
    "-X heapsize=1M x.py, FILE, x.py, x.py",
    "--ast x.py, SHOW_TREE, x.py, x.py",
    "--dis -O3 -, SHOW_CODE, -, -",
  })
  void tellsProgramsFromTheirArguments(String text, Action action, String target, String argv)
      throws CommandLine.InvalidException {
    CommandLine line = parse(text);
    assertThat(line.action).isEqualTo(action);
    assertThat(line.target).isEqualTo(target);
    assertThat(String.join(" ", line.arguments)).isEqualTo(argv);
  }

  @ParameterizedTest
  @CsvSource({"-O, 1", "-OO, 2", "-O0, 0", "-O3, 3", "-OOOO, 4"})
  void readsLevels(String text, int level) throws CommandLine.InvalidException {
    assertThat(parse(text).optimisation).isEqualTo(level);
  }

  @Test
  void readsSwitches() throws CommandLine.InvalidException {
    CommandLine line = parse("-i -v -v -X compile-only -X emit=native");
    assertThat(line.inspects).isTrue();
    assertThat(line.verbosity).isEqualTo(2);
    assertThat(line.onlyCompiles).isTrue();
    assertThat(line.action).isEqualTo(Action.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-z", "-", "-c", "-m", "-X", "-X no", "-X heapsize=", "-X heapsize=699", "--ast"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(CommandLine.InvalidException.class);
  }

  @Test
  void answersAsPycopyUnderItsProfile() throws CommandLine.InvalidException {
    assertThat(parse("-X profile=pycopy-dev -X strict").isStrict).isTrue();
    for (String wrong : new String[] {"-h", "--version", "-q", "-X"}) {
      assertThatThrownBy(() -> parse("-X profile=pycopy " + wrong))
          .isInstanceOfSatisfying(
              CommandLine.InvalidException.class, e -> assertThat(e.usage).startsWith("usage: "));
    }
    assertThatThrownBy(() -> parse("-X profile=pycopy -X no"))
        .isInstanceOfSatisfying(
            CommandLine.InvalidException.class,
            e -> assertThat(e.usage).startsWith("Invalid option\nusage: ").contains("image="));
  }

  @Test
  void saysWhichProfilesThereAre() {
    assertThatThrownBy(() -> parse("-X profile=picopy x.py"))
        .isInstanceOf(CommandLine.InvalidException.class)
        .hasMessage(
            "pykopi: there is no profile 'picopy': use one of micropython, pycopy, pycopy-dev");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-X strict", "-X strict x.py", "-X strict -c pass"})
  void strictModeNeedsPycopy(String text) {
    assertThatThrownBy(() -> parse(text)).hasMessageContaining("needs -X profile=pycopy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heapsize=700", "heapsize=1k", "heapsize=350w", "heapsize=2wM"})
  void takesHeapSizes(String text) throws CommandLine.InvalidException {
    assertThat(parse("-X " + text).action).isEqualTo(Action.NOTHING);
  }
}
