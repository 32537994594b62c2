package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.hash.Md5;
import org.pykopi.serial.hash.Sha256;
import org.pykopi.serial.slip.Slip;
import org.pykopi.serial.slip.SlipDecoder;

/** Framing and hashes. */
final class BytesTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static List<byte[]> decode(SlipDecoder decoder, byte[] stream) {
    List<byte[]> frames = new ArrayList<>();
    for (byte one : stream) {
      byte[] frame = decoder.feed(one & 255);
      if (frame != null) {
        frames.add(frame);
      }
    }
    return frames;
  }

  @Test
  void framesEscapeTheTwoSpecialBytes() {
    assertThat(Slip.encode(hex("01c002db03"))).isEqualTo(hex("c0 01 dbdc 02 dbdd 03 c0"));
    assertThat(decode(new SlipDecoder(100), hex("c0 01dbdc02dbdd03 c0")))
        .containsExactly(hex("01c002db03"));
  }

  @Test
  void noiseBetweenFramesIsDropped() {
    byte[] stream = hex("68656c6c6f c00102c0 0d0a c0c0 03 c0 c004db05c0 c006c0");
    assertThat(decode(new SlipDecoder(100), stream)).contains(hex("0102")).contains(hex("06"));
    assertThat(decode(new SlipDecoder(3), hex("c001020304c0 c005c0"))).containsExactly(hex("05"));
  }

  @Test
  void anythingComesBack() {
    Random random = new Random(7);
    SlipDecoder decoder = new SlipDecoder(1000);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<byte[]> sent = new ArrayList<>();
    for (int i = 1; i < 200; i++) {
      byte[] data = new byte[i];
      random.nextBytes(data);
      sent.add(data);
      stream.writeBytes(Slip.encode(data));
    }
    assertThat(decode(decoder, stream.toByteArray())).containsExactlyElementsOf(sent);
  }

  @Test
  void hashesAreThoseOfTheJdk() throws Exception {
    byte[] data = new byte[5000];
    new Random(3).nextBytes(data);
    for (int length : new int[] {0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1000, 4999}) {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(data, 1, length);
      assertThat(Md5.of(data, 1, length)).isEqualTo(md5.digest());
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(data, 1, length);
      Sha256 ours = new Sha256();
      ours.update(data, 1, length / 3);
      ours.update(data, 1 + length / 3, length - length / 3);
      assertThat(ours.digest()).isEqualTo(sha.digest());
    }
  }
}
