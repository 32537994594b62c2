package org.pykopi.tests.serial;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.pykopi.serial.flash.Stub;

/** Firmware files that a boot loader would accept, and a stub that a simulated chip accepts. */
final class TestFirmware {
  private static final int TABLE = 0x8000;
  private static final int APPLICATION = 0x10000;

  private TestFirmware() {}

  /** A stub for every chip; simulated chips do not run it. */
  static Stub.Source stubs() {
    return name ->
        """
        {"entry": 1074434092, "text_start": 1074434048, "text": "%s",
         "data_start": 1073605996, "data": "AQIDBAUG", "bss_start": 1073528832}
        """
            .formatted("QUJD".repeat(2500));
  }

  /** Boot loader, partition table and application in one file, or the one image of an ESP8266. */
  static byte[] whole(ChipModel model, int size) {
    if (model.id < 0) {
      return image(model.id, size, 0x40);
    }
    int start = model.bootOffset;
    byte[] out = new byte[size];
    Arrays.fill(out, (byte) 0xFF);
    byte[] loader = image(model.id, 24_000, 0x20);
    System.arraycopy(loader, 0, out, 0, loader.length);
    byte[] table = table();
    System.arraycopy(table, 0, out, TABLE - start, table.length);
    byte[] application = image(model.id, size - (APPLICATION - start), 0x20);
    System.arraycopy(application, 0, out, APPLICATION - start, application.length);
    return out;
  }

  /** One image that fills exactly so many bytes but for the padding; {@code memory} is byte 3. */
  static byte[] image(int chipId, int size, int memory) {
    boolean isLong = chipId >= 0;
    int header = isLong ? 24 : 8;
    int rest = isLong ? 32 : 0;
    int end = (size - rest) / 16 * 16;
    int length = end - 1 - header - 8;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0xE9).put((byte) 1).put((byte) 2).put((byte) memory).putInt(0x40080000);
    if (isLong) {
      out.putInt(0xEE).putShort((short) chipId).put(23, (byte) 1);
      out.position(24);
    }
    byte[] body = body(length);
    out.putInt(isLong ? 0x3F400020 : 0x40100000).putInt(length).put(body);
    int sum = 0xEF;
    for (byte one : body) {
      sum ^= one & 255;
    }
    out.put(end - 1, (byte) sum);
    byte[] data = out.array();
    if (isLong) {
      System.arraycopy(sha256(data, end), 0, data, end, 32);
    }
    return data;
  }

  /** As compressible as firmware usually is: about two thirds remain. */
  private static byte[] body(int length) {
    byte[] out = new byte[length];
    Random random = new Random(length);
    random.nextBytes(out);
    for (int i = 0; i < length; i++) {
      out[i] = i / 512 % 3 == 0 ? (byte) (i / 64) : out[i];
    }
    return out;
  }

  private static byte[] table() {
    ByteBuffer out = ByteBuffer.allocate(4 * 32).order(ByteOrder.LITTLE_ENDIAN);
    entry(out, 1, 2, 0x9000, "nvs");
    out.position(32);
    entry(out, 1, 1, 0xF000, "phy_init");
    out.position(64);
    entry(out, 0, 0, APPLICATION, "factory");
    byte[] data = out.array();
    Arrays.fill(data, 96, 128, (byte) 0xFF);
    data[96] = (byte) 0xEB;
    data[97] = (byte) 0xEB;
    System.arraycopy(LoaderProtocol.md5(data, 0, 96), 0, data, 112, 16);
    return data;
  }

  private static void entry(ByteBuffer out, int type, int subtype, int offset, String label) {
    out.putShort((short) 0x50AA).put((byte) type).put((byte) subtype).putInt(offset);
    out.putInt(offset == APPLICATION ? 0x180000 : 0x1000);
    out.put(label.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] data, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(data, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
