package org.pykopi.tests.serial;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The commands of ROM and stub. The differences between the two are as the vendor documents them.
 */
final class LoaderProtocol {
  private static final int OK = 0;
  private static final int INVALID = 0x05;
  private static final int FAILED = 0x06;
  private static final int BAD_CHECKSUM = 0x07;
  private static final long COMMAND_MICROS = 100;
  private static final long WATCHDOG_MICROS = 13_000;
  private static final long ROM_MD5_MICROS_PER_KB = 500;
  private static final long STUB_MD5_MICROS_PER_KB = 150;

  private final SimulatedChip chip;

  /** Loaded memory: start, end, next packet, number of packets. */
  private final List<int[]> segments = new ArrayList<>();

  private FlashWriting writing;
  private Reading reading;

  LoaderProtocol(SimulatedChip chip) {
    this.chip = chip;
  }

  void reset() {
    segments.clear();
    writing = null;
    reading = null;
  }

  private boolean isStub() {
    return chip.state() == SimulatedChip.State.STUB;
  }

  /** One packet, which the chip begins to look at now. */
  void handle(byte[] packet, long now) {
    if (reading != null && packet.length == 4) {
      reading.acknowledge(ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN).getInt(), now);
      return;
    }
    if (packet.length < 8 || packet[0] != 0) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    int op = in.get(1) & 255;
    int size = in.getShort(2) & 0xFFFF;
    int checksum = in.getInt(4);
    in.position(8);
    reading = null;
    if (size != in.remaining()) {
      answer(op, 0, new byte[0], isStub() ? 0xC0 : INVALID, now);
      return;
    }
    switch (op) {
      case 0x08 -> sync(op, now);
      case 0x0A -> readRegister(op, in, now);
      case 0x09 -> writeRegister(op, in, now);
      case 0x05 -> memoryBegin(op, in, now);
      case 0x07 -> memoryData(op, in, checksum, now);
      case 0x06 -> memoryEnd(op, in, now);
      case 0x0F -> changeBaud(op, in, now);
      case 0x14 -> securityInfo(op, now);
      case 0x02 -> flashBegin(op, in, false, now);
      case 0x10 -> flashBegin(op, in, true, now);
      case 0x03, 0x11 -> flashData(op, in, checksum, now);
      case 0x04, 0x12 -> flashEnd(op, in, now);
      case 0x13 -> md5(op, in, now);
      case 0x0B, 0x0D -> attach(op, in, now);
      case 0x0E -> readSlow(op, in, now);
      case 0xD0, 0xD1 -> erase(op, in, now);
      case 0xD2 -> readFlash(op, in, now);
      default -> answer(op, 0, new byte[0], unknown(), now);
    }
  }

  private int unknown() {
    return isStub() ? 0xC3 : INVALID;
  }

  /** {@code 01 op size16 value32 payload status}; the answer leaves the chip at this moment. */
  private void answer(int op, int value, byte[] payload, int error, long at) {
    int status = isStub() ? 2 : chip.model.romStatusLength;
    ByteBuffer out =
        ByteBuffer.allocate(8 + payload.length + status).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 1).put((byte) op).putShort((short) (payload.length + status)).putInt(value);
    out.put(payload).put((byte) (error == OK ? 0 : 1)).put((byte) error);
    long done = at + COMMAND_MICROS;
    chip.sendFrame(out.array(), done);
    chip.setBusy(done);
  }

  private void ok(int op, long at) {
    answer(op, 0, new byte[0], OK, at);
  }

  private void sync(int op, long now) {
    for (int i = 0; i < 8; i++) {
      answer(op, isStub() ? 0 : 0x20120707, new byte[0], OK, now);
    }
  }

  private void readRegister(int op, ByteBuffer in, long now) {
    if (in.remaining() != 4) {
      answer(op, 0, new byte[0], INVALID, now);
      return;
    }
    answer(op, chip.readRegister(in.getInt()), new byte[0], OK, now);
  }

  private void writeRegister(int op, ByteBuffer in, long now) {
    while (in.remaining() >= 16) {
      int address = in.getInt();
      int value = in.getInt();
      int mask = in.getInt();
      in.getInt();
      chip.writeRegister(address, value, mask);
      if (address == chip.model.watchdogConfig && value < 0) {
        chip.watchdogAt = now + WATCHDOG_MICROS;
      }
    }
    ok(op, now);
  }

  // ---- memory ----

  private void memoryBegin(int op, ByteBuffer in, long now) {
    if (in.remaining() != 16) {
      answer(op, 0, new byte[0], INVALID, now);
      return;
    }
    int size = in.getInt();
    int packets = in.getInt();
    in.getInt();
    int address = in.getInt();
    segments.removeIf(segment -> segment[0] == address);
    segments.add(new int[] {address, address + size, 0, packets});
    ok(op, now);
  }

  private void memoryData(int op, ByteBuffer in, int checksum, long now) {
    int error = dataError(in, checksum);
    if (error == OK && segments.isEmpty()) {
      error = FAILED;
    }
    if (error == OK) {
      segments.get(segments.size() - 1)[2]++;
    }
    answer(op, 0, new byte[0], error, now);
  }

  /** Checks length and checksum; leaves the buffer at the data. */
  private int dataError(ByteBuffer in, int checksum) {
    if (in.remaining() < 16) {
      return isStub() ? 0xC0 : INVALID;
    }
    int length = in.getInt();
    in.position(in.position() + 12);
    if (length != in.remaining()) {
      return isStub() ? 0xC0 : INVALID;
    }
    int sum = 0xEF;
    for (int i = in.position(); i < in.limit(); i++) {
      sum ^= in.get(i) & 255;
    }
    return sum == (checksum & 255) ? OK : isStub() ? 0xC1 : BAD_CHECKSUM;
  }

  private void memoryEnd(int op, ByteBuffer in, long now) {
    if (in.remaining() != 8) {
      answer(op, 0, new byte[0], INVALID, now);
      return;
    }
    in.getInt();
    int entry = in.getInt();
    ok(op, now);
    boolean inside = false;
    boolean complete = true;
    for (int[] segment : segments) {
      inside |= entry >= segment[0] && entry < segment[1];
      complete &= segment[2] == segment[3];
    }
    chip.start(inside && complete ? SimulatedChip.State.STUB : SimulatedChip.State.CRASHED);
    if (isStub()) {
      chip.sendFrame("OHAI".getBytes(StandardCharsets.US_ASCII), now + 2000);
    }
  }

  // ---- the rest ----

  private void changeBaud(int op, ByteBuffer in, long now) {
    boolean known = isStub() || chip.model.romHasDeflate;
    if (!known || in.remaining() != 8) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int baud = in.getInt();
    ok(op, now);
    chip.setBaud(isStub() ? baud : (int) Math.round(baud * chip.model.romClockError));
  }

  private void securityInfo(int op, long now) {
    int length = chip.model.securityLength;
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    if (length == 0) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    if (length == 20) {
      out.putInt(12, chip.model.id);
    }
    answer(op, 0, out.array(), OK, now);
  }

  private void attach(int op, ByteBuffer in, long now) {
    boolean known = isStub() || chip.model.romHasDeflate;
    int wanted = op == 0x0B ? 24 : isStub() ? 4 : 8;
    answer(op, 0, new byte[0], !known ? unknown() : in.remaining() == wanted ? OK : INVALID, now);
  }

  private void flashBegin(int op, ByteBuffer in, boolean compressed, long now) {
    boolean stub = isStub();
    boolean known = stub || !compressed || chip.model.romHasDeflate;
    int words = in.remaining() / 4;
    boolean fits = stub ? words == 4 || words == 5 : words == (chip.model.romHasFifthWord ? 5 : 4);
    if (!known || !fits || in.remaining() % 4 != 0) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int size = in.getInt();
    int packets = in.getInt();
    int packetSize = in.getInt();
    int offset = in.getInt();
    int range = compressed && stub ? size : Math.max(size, stub ? size : packets * packetSize);
    if (!chip.flash.contains(offset, size) || packetSize > 0x4000 || packets < 0) {
      answer(op, 0, new byte[0], FAILED, now);
      return;
    }
    long time = 0;
    if (!stub) {
      time = romErase(offset, size);
    }
    writing = new FlashWriting(chip.flash, offset, range, packetSize, compressed, stub);
    writing.startErase(now);
    ok(op, now + time);
  }

  private long romErase(int offset, int size) {
    int sectors = (size + FlashMemory.SECTOR - 1) / FlashMemory.SECTOR;
    if (chip.model.romErasesTooMuch) {
      int head = 16 - offset / FlashMemory.SECTOR % 16;
      sectors += Math.min(sectors, head);
    }
    int room = (chip.flash.bytes.length - offset) / FlashMemory.SECTOR;
    return chip.flash.erase(
        offset / FlashMemory.SECTOR * FlashMemory.SECTOR,
        Math.min(sectors, room) * FlashMemory.SECTOR);
  }

  private void flashData(int op, ByteBuffer in, int checksum, long now) {
    int error = dataError(in, checksum);
    if (error == OK && (writing == null || writing.isCompressed() != (op == 0x11))) {
      error = isStub() ? 0xC6 : FAILED;
    }
    long done = now;
    if (error == OK) {
      done = writing.take(in.array(), in.position(), in.remaining(), now);
      if (done < 0) {
        error = (int) -done;
        done = now;
        writing = null;
      }
    }
    // The stub answers first and writes while the next packet comes in.
    answer(op, 0, new byte[0], error, isStub() ? now : done);
    chip.setBusy(done);
  }

  private void flashEnd(int op, ByteBuffer in, long now) {
    boolean stay = in.remaining() == 4 && in.getInt() == 1;
    boolean complete = writing == null || writing.isComplete();
    boolean wasWriting = writing != null;
    writing = null;
    answer(op, 0, new byte[0], !isStub() || wasWriting && complete ? OK : 0xC8, now);
    if (!stay || !isStub()) {
      chip.reset(false, now + 1000);
    }
  }

  private void md5(int op, ByteBuffer in, long now) {
    boolean known = isStub() || chip.model.romHasDeflate;
    if (!known || in.remaining() != 16) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int address = in.getInt();
    int size = in.getInt();
    if (!chip.flash.contains(address, size)) {
      answer(op, 0, new byte[0], FAILED, now);
      return;
    }
    byte[] sum = md5(chip.flash.bytes, address, size);
    byte[] payload =
        isStub() ? sum : HexFormat.of().formatHex(sum).getBytes(StandardCharsets.US_ASCII);
    long perKb = isStub() ? STUB_MD5_MICROS_PER_KB : ROM_MD5_MICROS_PER_KB;
    answer(op, 0, payload, OK, now + size / 1024 * perKb);
  }

  static byte[] md5(byte[] data, int offset, int size) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      digest.update(data, offset, size);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void readSlow(int op, ByteBuffer in, long now) {
    if (isStub() || !chip.model.romHasDeflate || in.remaining() != 8) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int offset = in.getInt();
    answer(op, 0, Arrays.copyOfRange(chip.flash.bytes, offset, offset + 64), OK, now);
  }

  private void erase(int op, ByteBuffer in, long now) {
    boolean all = op == 0xD0;
    if (!isStub() || in.remaining() != (all ? 0 : 8)) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int offset = all ? 0 : in.getInt();
    int size = all ? chip.flash.bytes.length : in.getInt();
    boolean fits =
        chip.flash.contains(offset, size)
            && offset % FlashMemory.SECTOR == 0
            && size % FlashMemory.SECTOR == 0;
    long time = fits ? chip.flash.erase(offset, size) : 0;
    answer(op, 0, new byte[0], fits ? OK : 0xC4, now + time);
  }

  private void readFlash(int op, ByteBuffer in, long now) {
    if (!isStub() || in.remaining() != 16) {
      answer(op, 0, new byte[0], unknown(), now);
      return;
    }
    int offset = in.getInt();
    int size = in.getInt();
    int packet = in.getInt();
    int inFlight = in.getInt();
    if (!chip.flash.contains(offset, size) || packet <= 0 || inFlight <= 0) {
      answer(op, 0, new byte[0], FAILED, now);
      return;
    }
    ok(op, now);
    reading = new Reading(offset, size, packet, inFlight);
    reading.send(now + COMMAND_MICROS);
  }

  /** READ_FLASH under way: so many packets ahead of what the host has acknowledged. */
  private final class Reading {
    private final int offset;
    private final int size;
    private final int packet;
    private final int inFlight;
    private int sent;
    private int acknowledged;

    Reading(int offset, int size, int packet, int inFlight) {
      this.offset = offset;
      this.size = size;
      this.packet = packet;
      this.inFlight = inFlight;
    }

    void send(long now) {
      while (sent < size && sent - acknowledged < inFlight * packet) {
        int count = Math.min(packet, size - sent);
        int from = offset + sent;
        chip.sendFrame(Arrays.copyOfRange(chip.flash.bytes, from, from + count), now);
        sent += count;
      }
    }

    void acknowledge(int total, long now) {
      acknowledged = Math.max(acknowledged, total);
      send(now);
      if (acknowledged >= size) {
        chip.sendFrame(md5(chip.flash.bytes, offset, size), now);
        reading = null;
      }
    }
  }
}
