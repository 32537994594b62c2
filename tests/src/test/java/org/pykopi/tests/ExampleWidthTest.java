package org.pykopi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An example fits the panes that a screen of 1280 pixels leaves beside the file list: its output
 * the terminal, its first lines the editor.
 */
class ExampleWidthTest {
  private static final int TERMINAL_COLUMNS = 60;
  private static final int EDITOR_COLUMNS = 54;

  static List<Program> examples() {
    return Examples.programs();
  }

  /** With {@code -Dpy} there may be none. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("examples")
  void fits(Program example) {
    String output = example.expected().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
    assertThat(output.lines()).allMatch(line -> line.length() <= TERMINAL_COLUMNS);
    String introduction = example.source().substring(0, example.source().indexOf("\"\"\"\n"));
    assertThat(introduction.lines()).allMatch(line -> line.length() <= EDITOR_COLUMNS);
  }
}
