package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

class SyntaxReportTest {
  private static String report(String source) {
    PySyntaxError error = catchThrowableOfType(PySyntaxError.class, () -> Parser.parseFile(source));
    return SyntaxReport.format(error, "x.py", source);
  }

  @Test
  void marksTheColumnAndGivesTheHint() {
    assertThat(report("y = 1\nif y\n"))
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "x.py", line 2
                if y
                    ^
            SyntaxError: invalid syntax
            (expected ':')
            """);
  }

  @Test
  void keepsTabsSoThatTheMarkStandsRight() {
    assertThat(report("if y:\n\tx y\n")).contains("    \tx y\n    \t  ^\n");
  }

  @Test
  void leavesOutALineThatIsNotThere() {
    assertThat(report("x = (1,"))
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "x.py", line 2
            SyntaxError: invalid syntax
            ('(' on line 1 was never closed)
            """);
  }
}
