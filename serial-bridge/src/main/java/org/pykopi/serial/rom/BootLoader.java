package org.pykopi.serial.rom;

import java.util.Arrays;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Registers;
import org.pykopi.serial.hash.Md5;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.port.LittleEndian;
import org.pykopi.serial.port.PortException;

/**
 * One method for each command of the boot loader. A method returns when the chip has answered, and
 * throws {@link LoaderException} when it refuses or is silent.
 *
 * <p>Answers carry no checksum and commands without data neither. So a caller that needs a register
 * to be right reads it twice, and only the MD5 of the flash memory tells that something was
 * written.
 */
public final class BootLoader implements Registers {
  /** Bytes in one packet for memory. */
  public static final int MEMORY_BLOCK = 0x1800;

  public static final int SECTOR = 0x1000;
  private static final int HEADER = 8;
  private static final int STATUS = 2;
  private static final int CHECKSUM_SEED = 0xEF;
  private static final int TIMEOUT = 3000;
  private static final int SYNC_TIMEOUT = 100;
  private static final int ERASE_PER_MB = 30_000;
  private static final int MD5_PER_MB = 8000;
  private static final int BLOCKS_IN_FLIGHT = 64;

  public final Link link;
  private Chip chip;
  private boolean isStub;
  private int baud;

  /** {@code baud} is the speed at which the port is open. */
  public BootLoader(Link link, int baud) {
    this.link = link;
    this.baud = baud;
  }

  /** From now on the answers are those of this chip's ROM. */
  public void setChip(Chip chip) {
    this.chip = chip;
  }

  /** Null before {@link #setChip}. */
  public Chip chip() {
    return chip;
  }

  public boolean isStub() {
    return isStub;
  }

  @Override
  public int baud() {
    return baud;
  }

  /** After a reset: the ROM again, at this speed. */
  public void restart(int newBaud) {
    isStub = false;
    baud = newBaud;
  }

  // ---- contact ----

  /**
   * {@code -> 08, 07 07 12 20, 32 times 55; <- up to 8 answers}. Returns false when nothing came.
   * All values 0 mean that the stub runs.
   */
  public boolean sync() throws PortException, CancelledException {
    byte[] data = new byte[36];
    Arrays.fill(data, (byte) 0x55);
    LittleEndian.putWord(data, 0, 0x20120707);
    link.discard();
    link.forget();
    send(Command.SYNC, data, 0);
    int answers = 0;
    boolean zero = true;
    byte[] frame = link.receive(Deadline.in(link.clock, SYNC_TIMEOUT));
    while (frame != null && answers < HEADER) {
      if (isAnswer(frame) && (frame[1] & 255) == Command.SYNC) {
        answers++;
        zero &= LittleEndian.word(frame, 4) == 0;
      }
      if (answers < HEADER) {
        frame = link.receive(Deadline.in(link.clock, SYNC_TIMEOUT));
      }
    }
    if (answers > 0) {
      isStub = zero;
    }
    return answers > 0;
  }

  /** {@code -> 0F, new speed, 0 (ROM) or the present speed (stub)}; then the port follows. */
  public void changeBaud(int newBaud) throws DeviceException {
    int asked = isStub ? newBaud : chip.romBaud(this, newBaud);
    int second = isStub ? baud : 0;
    command("change the speed", Command.CHANGE_BAUDRATE, words(asked, second), 0, TIMEOUT);
    link.port.setBaudRate(newBaud);
    baud = newBaud;
    link.clock.sleep(50);
    link.discard();
  }

  // ---- registers ----

  /** {@code -> 0A, address; <- value}. */
  @Override
  public int read(int address) throws DeviceException {
    String step = "read register " + Hex.word(address);
    return command(step, Command.READ_REG, words(address), 0, TIMEOUT).value;
  }

  /** {@code -> 09, address, value, mask, delay in microseconds}. */
  @Override
  public void write(int address, int value) throws DeviceException {
    writeMasked(address, value, -1);
  }

  public void writeMasked(int address, int value, int mask) throws DeviceException {
    String step = "write register " + Hex.word(address);
    command(step, Command.WRITE_REG, words(address, value, mask, 0), 0, TIMEOUT);
  }

  /** {@code -> 14; <- flags32, count8, 7 purposes8, chip32, version32}, the S2 without the last. */
  public SecurityInfo securityInfo() throws DeviceException {
    String step = "read the security information";
    Answer answer = exchange(step, Command.GET_SECURITY_INFO, new byte[0], 0, TIMEOUT);
    int payload = answer.data.length >= 20 + STATUS ? 20 : 12;
    check(step, answer, payload);
    byte[] data = answer.data;
    return new SecurityInfo(
        LittleEndian.word(data, 0),
        data[4] & 255,
        payload == 20 ? LittleEndian.word(data, 12) : -1);
  }

  // ---- memory ----

  /** {@code -> 05, size, packets, bytes in a packet, address}. */
  public void memoryBegin(int size, int block, int address) throws DeviceException {
    byte[] data = words(size, (size + block - 1) / block, block, address);
    command("begin to load the helper", Command.MEM_BEGIN, data, 0, TIMEOUT);
  }

  /** {@code -> 07, length, number of the packet, 0, 0, bytes}. */
  public void memoryData(byte[] block, int sequence) throws DeviceException {
    data("load the helper", Command.MEM_DATA, block, sequence, TIMEOUT);
  }

  /** {@code -> 06, 0, entry; <- "OHAI" from the stub}, behind the answer of the ROM or without. */
  public void runStub(int entry) throws DeviceException {
    link.forget();
    send(Command.MEM_END, words(0, entry), 0);
    Deadline deadline = Deadline.in(link.clock, TIMEOUT);
    byte[] frame = link.receive(deadline);
    while (frame != null) {
      if (frame.length == 4 && LittleEndian.word(frame, 0) == 0x4941484F) {
        isStub = true;
        return;
      }
      frame = link.receive(deadline);
    }
    throw DeviceException.unexpected(
        "start the helper", "its greeting", link.lastBytes(), "Connect again");
  }

  // ---- flash memory ----

  /** {@code -> 0D, pins: 0 for the usual ones[, 0: ROM only]}. The oldest ROM does it in BEGIN. */
  public void attachFlash() throws DeviceException {
    if (isStub || chip.hasFullRom()) {
      byte[] data = isStub ? words(0) : words(0, 0);
      command("connect the flash memory", Command.SPI_ATTACH, data, 0, TIMEOUT);
    } else {
      flashBegin(0, 0, 0x400);
    }
  }

  /** {@code -> 0B, id 0, size, block 64K, sector 4K, page 256, status mask}. */
  public void setFlashSize(int size) throws DeviceException {
    if (isStub || chip.hasFullRom()) {
      byte[] data = words(0, size, 0x10000, SECTOR, 256, 0xFFFF);
      command("set the size of the flash memory", Command.SPI_SET_PARAMS, data, 0, TIMEOUT);
    }
  }

  /**
   * {@code -> 02, bytes to erase, packets, bytes in a packet, offset[, 0: later ROMs and stub]}.
   */
  public void flashBegin(int size, int offset, int block) throws DeviceException {
    int erase = isStub ? size : chip.eraseSize(offset, size);
    begin(Command.FLASH_BEGIN, erase, new int[] {(size + block - 1) / block, block, offset});
  }

  /**
   * {@code -> 10, bytes to erase, packets, bytes in a packet, offset[, 0]}. The ROM wants whole
   * packets to erase; the stub erases as it writes and wants to know how many bytes come out.
   */
  public void deflateBegin(int size, int compressed, int block, int offset) throws DeviceException {
    int erase = isStub ? size : (size + block - 1) / block * block;
    begin(
        Command.FLASH_DEFL_BEGIN,
        erase,
        new int[] {(compressed + block - 1) / block, block, offset});
  }

  private void begin(int op, int erase, int[] rest) throws DeviceException {
    byte[] data =
        isStub || chip.hasEncryptedBegin()
            ? words(erase, rest[0], rest[1], rest[2], 0)
            : words(erase, rest[0], rest[1], rest[2]);
    int timeout = isStub ? TIMEOUT : perMegabyte(ERASE_PER_MB, erase);
    command("begin to write at " + Hex.word(rest[2]), op, data, 0, timeout);
  }

  /** {@code -> 03, length, number of the packet, 0, 0, bytes}. */
  public void flashData(byte[] block, int sequence, int timeout) throws DeviceException {
    data("write packet " + sequence, Command.FLASH_DATA, block, sequence, timeout);
  }

  /** {@code -> 11, length, number of the packet, 0, 0, a piece of the zlib stream}. */
  public void deflateData(byte[] block, int sequence, int timeout) throws DeviceException {
    data("write compressed packet " + sequence, Command.FLASH_DEFL_DATA, block, sequence, timeout);
  }

  /** {@code -> 04 or 12, 1: stay}. A ROM would leave the loader, so it is not told. */
  public void flashEnd(boolean deflated, int timeout) throws DeviceException {
    if (isStub) {
      int op = deflated ? Command.FLASH_DEFL_END : Command.FLASH_END;
      command("end writing", op, words(1), 0, timeout);
    }
  }

  /** {@code -> 04, 0}: starts what is in the flash memory. For lines that cannot reset the chip. */
  public void leave() throws DeviceException {
    flashBegin(0, 0, 0x400);
    command("start the firmware", Command.FLASH_END, words(0), 0, TIMEOUT);
  }

  /** {@code -> 13, address, size, 0, 0; <- 16 bytes (stub) or 32 hexadecimal digits (ROM)}. */
  public String md5(int address, int size) throws DeviceException {
    int length = isStub ? 16 : 32;
    int timeout = perMegabyte(MD5_PER_MB, size);
    String step = "compute the MD5 of " + size + " bytes at " + Hex.word(address);
    byte[] data = words(address, size, 0, 0);
    byte[] sum = command(step, Command.SPI_FLASH_MD5, data, length, timeout).data;
    if (isStub) {
      return Hex.joined(Arrays.copyOf(sum, length));
    }
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      out.append(Character.toLowerCase((char) (sum[i] & 255)));
    }
    return out.toString();
  }

  /** {@code -> D1, offset, size}, both multiples of a sector; stub only. */
  public void eraseRegion(int offset, int size) throws DeviceException {
    String step = "erase " + size + " bytes at " + Hex.word(offset);
    int timeout = perMegabyte(ERASE_PER_MB, size);
    command(step, Command.ERASE_REGION, words(offset, size), 0, timeout);
  }

  /**
   * {@code -> D2, offset, size, bytes in a packet, packets in flight; <- packets, each answered by
   * the number of bytes so far; <- MD5}. At most 64 KiB, so that little is lost by an error. Stub
   * only.
   */
  public byte[] readFlash(int offset, int size) throws DeviceException {
    String step = "read " + size + " bytes at " + Hex.word(offset);
    byte[] request = words(offset, size, SECTOR, BLOCKS_IN_FLIGHT);
    command(step, Command.READ_FLASH, request, 0, TIMEOUT);
    byte[] out = new byte[size];
    int length = 0;
    while (length < size) {
      byte[] frame = link.receive(Deadline.in(link.clock, TIMEOUT));
      int wanted = Math.min(SECTOR, size - length);
      if (frame == null || frame.length != wanted) {
        throw LoaderException.silent(step, link.lastBytes());
      }
      System.arraycopy(frame, 0, out, length, wanted);
      length += wanted;
      link.send(words(length));
    }
    byte[] sum = link.receive(Deadline.in(link.clock, TIMEOUT));
    if (sum == null || !Arrays.equals(sum, Md5.of(out, 0, size))) {
      throw DeviceException.unexpected(step, "the right MD5", link.lastBytes(), "");
    }
    return out;
  }

  /** {@code -> 0E, offset, length; <- 64 bytes}; ROM only, not on ESP8266. */
  public byte[] readFlashSlow(int offset, int length) throws DeviceException {
    String step = "read " + length + " bytes at " + Hex.word(offset);
    byte[] request = words(offset, length);
    return Arrays.copyOf(command(step, Command.READ_FLASH_SLOW, request, 64, TIMEOUT).data, length);
  }

  // ---- packets ----

  /** An answer without its header; {@code data} begins with the payload. */
  private record Answer(int value, byte[] data) {}

  private void data(String step, int op, byte[] block, int sequence, int timeout)
      throws DeviceException {
    byte[] data = Arrays.copyOf(words(block.length, sequence, 0, 0), 16 + block.length);
    System.arraycopy(block, 0, data, 16, block.length);
    int sum = CHECKSUM_SEED;
    for (byte one : block) {
      sum ^= one & 255;
    }
    check(step, exchange(step, op, data, sum, timeout), 0);
  }

  private Answer command(String step, int op, byte[] data, int payload, int timeout)
      throws DeviceException {
    Answer answer = exchange(step, op, data, 0, timeout);
    check(step, answer, payload);
    return answer;
  }

  private Answer exchange(String step, int op, byte[] data, int checksum, int timeout)
      throws DeviceException {
    link.discard();
    link.forget();
    send(op, data, checksum);
    Deadline deadline = Deadline.in(link.clock, timeout);
    byte[] frame = link.receive(deadline);
    while (frame != null) {
      if (isAnswer(frame)) {
        byte[] rest = Arrays.copyOfRange(frame, HEADER, frame.length);
        if ((frame[1] & 255) == op) {
          return new Answer(LittleEndian.word(frame, 4), rest);
        }
        if (rest[0] != 0 && rest[1] == LoaderException.INVALID_MESSAGE) {
          throw LoaderException.refused(step, LoaderException.INVALID_MESSAGE);
        }
      }
      frame = link.receive(deadline);
    }
    throw LoaderException.silent(step, link.lastBytes());
  }

  /** The status stands behind the payload, or at the start when there is no payload. */
  private static void check(String step, Answer answer, int payload) throws DeviceException {
    byte[] data = answer.data;
    int at = data.length < payload + STATUS ? 0 : payload;
    if (data[at] != 0) {
      throw LoaderException.refused(step, data[at + 1] & 255);
    }
    if (at < payload) {
      throw DeviceException.unexpected(step, payload + " bytes", data, "Try again");
    }
  }

  private void send(int op, byte[] data, int checksum) throws PortException {
    byte[] packet = new byte[HEADER + data.length];
    packet[1] = (byte) op;
    packet[2] = (byte) data.length;
    packet[3] = (byte) (data.length >> 8);
    LittleEndian.putWord(packet, 4, checksum);
    System.arraycopy(data, 0, packet, HEADER, data.length);
    link.send(packet);
  }

  /** An answer whose length is right: a lost or doubled byte makes it wrong. */
  private static boolean isAnswer(byte[] frame) {
    return frame.length >= HEADER + STATUS
        && frame[0] == 1
        && LittleEndian.half(frame, 2) == frame.length - HEADER;
  }

  /** A time-out that grows with the work, never less than the usual one. */
  public static int perMegabyte(int millis, int size) {
    return (int) Math.max(TIMEOUT, (long) millis * size / 1_000_000);
  }

  private static byte[] words(int... values) {
    byte[] out = new byte[4 * values.length];
    for (int i = 0; i < values.length; i++) {
      LittleEndian.putWord(out, 4 * i, values[i]);
    }
    return out;
  }
}
