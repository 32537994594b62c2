package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;

/** The UTF-8 between the page and Java, against that of the JDK. */
final class WireTextTest {
  private static final int TEXTS = 2000;
  private static final int[] LIMITS = {0x80, 0x800, 0xd800, 0x10000, 0x110000};

  private static byte[] encoded(String text) {
    byte[] message = new WireWriter().addText(text).toBytes();
    return new WireReader(message).nextBytes();
  }

  private static String decoded(byte[] bytes) {
    return new WireReader(new WireWriter().addBytes(bytes).toBytes()).nextText();
  }

  @Test
  void textOfAllLengthsGoesBothWays() {
    Random random = new Random(1);
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(encoded(text)).isEqualTo(bytes);
      assertThat(decoded(bytes)).isEqualTo(text);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = random.nextInt(20); count > 0; count--) {
      int point = random.nextInt(LIMITS[random.nextInt(LIMITS.length)]);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
    }
    return text.toString();
  }

  @Test
  void whatIsNoTextIsReplaced() {
    assertThat(decoded(encoded("a\ud800b\udc00"))).isEqualTo("a\ufffdb\ufffd");
    assertThat(decoded(new byte[] {'a', (byte) 0xc3})).isEqualTo("a\ufffd");
    assertThat(decoded(new byte[] {(byte) 0xe2, (byte) 0x82, 'b'})).isEqualTo("\ufffdb");
    assertThat(decoded(new byte[] {(byte) 0x80, 'c'})).isEqualTo("\ufffdc");
    assertThat(decoded(new byte[] {-1, -65, -65, -65, 'd'})).isEqualTo("\ufffdd");
  }
}
