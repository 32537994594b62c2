package org.pykopi.serial.image;

import java.util.Arrays;
import org.pykopi.serial.hash.Sha256;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.LittleEndian;

/**
 * One image: a boot loader or an application.
 *
 * <pre>
 * E9 segments8 mode8 size4|speed4 entry32
 * ESP32 and later: pins8 drive24 chip16 (one byte) least-version16 greatest-version16 zero32 hashed8
 * segments times: address32 length32 data
 * padding up to the last byte of 16: checksum8 (EF xor all data); hashed: 32 bytes SHA-256
 * </pre>
 */
public final class FirmwareImage {
  private static final int MAGIC = 0xE9;
  private static final int SHORT_HEADER = 8;
  private static final int LONG_HEADER = 24;
  private static final int MOST_SEGMENTS = 16;
  private static final int HASH = 32;
  private static final int KNOWN_CHIPS = 64;
  private static final int CHECKSUM_SEED = 0xEF;

  /** The chip's number; -1 for ESP8266, which has none. */
  public final int chipId;

  /** Bytes of the image, checksum and hash included. */
  public final int length;

  public final boolean isHashed;

  /** The oldest version of the chip on which it runs, major version times 100 plus minor. */
  public final int leastRevision;

  /** Upper half of byte 3: a code for the size of the memory. */
  public final int sizeCode;

  private FirmwareImage(byte[] data, int at, boolean isLong, int length) {
    this.chipId = isLong ? LittleEndian.half(data, at + 12) : -1;
    this.isHashed = isLong && data[at + 23] == 1;
    this.leastRevision = isLong ? LittleEndian.half(data, at + 15) : 0;
    this.sizeCode = data[at + 3] >> 4 & 15;
    this.length = length;
  }

  public static boolean hasMagic(byte[] data, int at) {
    return at >= 0 && at < data.length && (data[at] & 255) == MAGIC;
  }

  /** Reads and checks the image that begins at {@code at}. */
  public static FirmwareImage parse(byte[] data, int at) throws DeviceException {
    if (!hasMagic(data, at) || data.length - at < LONG_HEADER) {
      throw bad("it does not begin as a firmware image (byte e9)");
    }
    boolean longForm = isLong(data, at);
    int header = longForm ? LONG_HEADER : SHORT_HEADER;
    int end = end(data, at, header);
    if (end < 0) {
      throw bad("it ends in the middle; get the file again");
    }
    if ((data[end - 1] & 255) != checksum(data, at, header)) {
      throw bad("its checksum is wrong; get the file again");
    }
    boolean isHashed = longForm && data[at + 23] == 1;
    if (isHashed) {
      if (end + HASH > data.length) {
        throw bad("it ends in the middle; get the file again");
      }
      byte[] hash = Sha256.of(data, at, end - at);
      if (!Arrays.equals(hash, Arrays.copyOfRange(data, end, end + HASH))) {
        throw bad("its SHA-256 is wrong; get the file again");
      }
    }
    return new FirmwareImage(data, at, longForm, end - at + (isHashed ? HASH : 0));
  }

  /**
   * A copy with other codes for the memory: mode in byte 2, speed and size in byte 3; -1 keeps what
   * is there. The hash at the end is renewed. The image begins at the start of the file.
   */
  public byte[] patched(byte[] file, int mode, int speed, int size) {
    byte[] out = file.clone();
    if (mode >= 0) {
      out[2] = (byte) mode;
    }
    int speedCode = speed >= 0 ? speed : out[3] & 15;
    int newSize = size >= 0 ? size : out[3] >> 4 & 15;
    out[3] = (byte) (newSize << 4 | speedCode);
    if (isHashed) {
      System.arraycopy(Sha256.of(out, 0, length - HASH), 0, out, length - HASH, HASH);
    }
    return out;
  }

  /** An ESP8266 has its first segment where the others have a chip number and four zeros. */
  private static boolean isLong(byte[] data, int at) {
    return LittleEndian.half(data, at + 12) < KNOWN_CHIPS
        && LittleEndian.word(data, at + 19) == 0
        && (data[at + 23] & 255) <= 1;
  }

  /** The place behind the checksum; -1 when the segments do not fit into the file. */
  private static int end(byte[] data, int at, int header) {
    int segments = data[at + 1] & 255;
    long next = at + header;
    if (segments == 0 || segments > MOST_SEGMENTS) {
      return -1;
    }
    for (int i = 0; i < segments; i++) {
      if (next + 8 > data.length) {
        return -1;
      }
      long length = LittleEndian.word(data, (int) next + 4) & 0xFFFFFFFFL;
      next += 8 + length;
    }
    long end = at + ((next - at) / 16 + 1) * 16;
    return end <= data.length ? (int) end : -1;
  }

  private static int checksum(byte[] data, int at, int header) {
    int sum = CHECKSUM_SEED;
    int next = at + header;
    for (int i = data[at + 1] & 255; i > 0; i--) {
      int length = LittleEndian.word(data, next + 4);
      next += 8;
      for (int end = next + length; next < end; next++) {
        sum ^= data[next] & 255;
      }
    }
    return sum;
  }

  private static DeviceException bad(String problem) {
    return new DeviceException("check the firmware file", problem, "");
  }
}
