package org.pykopi.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "\u007f\u0080", "\u07ff\u0800", "\uffff", "a\ud83d\ude00b"})
  void bothWays(String text) {
    byte[] bytes = Utf8.encode(text);
    assertThat(bytes).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(Utf8.byteLength(text)).isEqualTo(bytes.length);
    assertThat(Utf8.decode(bytes)).isEqualTo(text);
    assertThat(Utf8.decodeLenient(bytes, 0, bytes.length)).isEqualTo(text);
  }

  @Test
  void loneSurrogatesAreKept() {
    String text = "a\ud800b\udc00";
    assertThat(Utf8.encode(text)).hasSize(8);
    assertThat(Utf8.decode(Utf8.encode(text))).isEqualTo(text);
  }

  @Test
  void decodesPartOfAnArray() {
    byte[] bytes = Utf8.encode("x\u20acy");
    assertThat(Utf8.decode(bytes, 1, 3)).isEqualTo("\u20ac");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    for (String bytes : new String[] {"80", "ff", "c080", "e28", "e282", "f4908080", "e08080"}) {
      assertThat(Utf8.decode(hex(bytes))).as(bytes).isNull();
    }
  }

  @Test
  void replacesWhatIsNotUtf8() {
    assertThat(lenient("61ff62")).isEqualTo("a\ufffdb");
    assertThat(lenient("e4b820")).isEqualTo("\ufffd ");
    assertThat(lenient("f09f98")).isEqualTo("\ufffd");
    assertThat(lenient("808182")).isEqualTo("\ufffd\ufffd\ufffd");
    assertThat(lenient("c3")).isEqualTo("\ufffd");
  }

  private static String lenient(String bytes) {
    byte[] data = hex(bytes);
    return Utf8.decodeLenient(data, 0, data.length);
  }

  private static byte[] hex(String text) {
    byte[] bytes = new byte[(text.length() + 1) / 2];
    for (int i = 0; i < bytes.length; i++) {
      int end = Math.min(text.length(), 2 * i + 2);
      bytes[i] = (byte) Integer.parseInt(text.substring(2 * i, end), 16);
    }
    return bytes;
  }

  @Test
  void keepsBytesThatFitNowhere() {
    byte[] bytes = {'a', (byte) 0xc3, (byte) 0xa4, (byte) 0xff, (byte) 0xe2, (byte) 0x82, 'b'};
    String text = Utf8.decodeKeeping(bytes, 0, bytes.length);
    assertThat(text).isEqualTo("a\u00e4\udcff\udce2\udc82b");
    assertThat(Utf8.isKeptByte(text.charAt(2))).isTrue();
    assertThat(Utf8.isKeptByte(text.charAt(1))).isFalse();
    byte[] surrogate = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0x80};
    assertThat(Utf8.decodeKeeping(surrogate, 0, 4)).isEqualTo("\udced\udca0\udc80\udc80");
  }
}
