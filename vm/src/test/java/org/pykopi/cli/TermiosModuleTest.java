package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyList;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.RuntimeOptions;

/** The modes of a terminal as {@code stty -g} of Linux writes them and as programs see them. */
final class TermiosModuleTest {
  private static final String COOKED =
      "500:5:bf:8a3b:3:1c:7f:15:4:0:1:0:11:13:1a:0:12:f:17:16:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0";

  private final PyContext ctx = new PyRuntime(new JvmHost().host(), new RuntimeOptions()).context();

  @Test
  void programsSeeNumbersAndCharacters() {
    PyList attributes = TermiosModule.attributes(ctx, COOKED);
    StringBuilder text = new StringBuilder();
    attributes.repr(ctx, text);
    assertThat(text.toString())
        .startsWith("[1280, 5, 191, 35387, 15, 15, [b'\\x03', b'\\x1c', b'\\x7f',")
        .contains("b'\\x04', 0, 1, b'\\x00'");
    assertThat(TermiosModule.modes(ctx, attributes)).isEqualTo(COOKED);
  }

  @Test
  void rawModeHasNoTranslations() {
    String raw = TermiosModule.raw(COOKED.replace(":0:1:0:11", ":7:2:0:11"));
    assertThat(raw).isEqualTo("0:0:bf:0" + COOKED.substring("500:5:bf:8a3b".length()));
  }

  @Test
  void refusesOtherForms() {
    assertThat(TermiosModule.attributes(ctx, "gfmt1:cflag=4b00:iflag=2b02")).isNull();
    assertThat(TermiosModule.attributes(ctx, null)).isNull();
    assertThatThrownBy(() -> TermiosModule.modes(ctx, new PyList()))
        .isInstanceOf(PyException.class);
  }
}
