package org.pykopi.tests.serial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulated chip has in its fuses and registers, and how its ROM behaves. Written from the
 * reference manuals, not from the tables of the flasher, so that the two check each other.
 */
final class ChipModel {
  final String name;

  /** The word at 0x40001000. */
  final int magic;

  /** The number in images and security information; -1 for none. */
  final int id;

  /** Where a firmware file goes. */
  int bootOffset;

  int spiBase = 0x60002000;
  int spiUsr2 = 0x20;
  int spiData = 0x58;

  /** The chip answers GET_SECURITY_INFO with 20 bytes, with 12, or with an error. */
  int securityLength = 20;

  int romStatusLength = 4;
  boolean romHasDeflate = true;
  boolean romHasFifthWord = true;
  boolean romErasesTooMuch;
  int bootBaud = 115200;

  /** Real speed of the ROM after a change, divided by the speed it was asked for. */
  double romClockError = 1;

  int uartDivider;

  /** Setting the highest bit here arms the watchdog. */
  int watchdogConfig;

  int crystalTimesFactor = 40;
  final Map<Integer, Integer> registers = new HashMap<>();

  String expectedMac = "24:0a:c4:12:34:56";
  String expectedType;
  int expectedRevision;

  private ChipModel(String name, int magic, int id) {
    this.name = name;
    this.magic = magic;
    this.id = id;
    registers.put(0x40001000, magic);
  }

  private ChipModel expects(String type, int revision) {
    expectedType = type;
    expectedRevision = revision;
    return this;
  }

  private ChipModel set(int address, int value) {
    registers.put(address, value);
    return this;
  }

  /** The words of the fuse block with MAC address and version; the first two are the address. */
  private ChipModel block(int address, int word2, int word3, int word4, int word5) {
    set(address, 0xC4123456).set(address + 4, 0x240A);
    return set(address + 8, word2)
        .set(address + 12, word3)
        .set(address + 16, word4)
        .set(address + 20, word5);
  }

  static List<ChipModel> all() {
    return List.of(
        esp8266(), esp32(), esp32s2(), esp32s3(), esp32c2(), esp32c3(), esp32c5(), esp32c6(),
        esp32h2(), esp32p4());
  }

  static ChipModel named(String name) {
    return all().stream().filter(model -> model.name.equals(name)).findFirst().orElseThrow();
  }

  static ChipModel esp8266() {
    ChipModel chip = new ChipModel("ESP8266", 0xFFF0C101, -1);
    chip.set(0x3FF00050, 0x56 << 24).set(0x3FF00054, 0x1234);
    chip.spiBase = 0x60000200;
    chip.spiUsr2 = 0x24;
    chip.spiData = 0x40;
    chip.securityLength = 0;
    chip.romStatusLength = 2;
    chip.romHasDeflate = false;
    chip.romHasFifthWord = false;
    chip.romErasesTooMuch = true;
    chip.bootBaud = 74880;
    chip.uartDivider = 0x60000014;
    chip.crystalTimesFactor = 52;
    chip.expectedMac = "18:fe:34:12:34:56";
    return chip.expects("ESP8266EX", 0);
  }

  /** Version 3.1; its ROM takes the crystal for one of 40.5 MHz. */
  static ChipModel esp32() {
    ChipModel chip = new ChipModel("ESP32", 0x00F01D83, 0);
    chip.set(0x3FF5A004, 0xC4123456).set(0x3FF5A008, 0x0000240A);
    chip.set(0x3FF5A00C, 1 << 15 | 1 << 13 | 1 << 9).set(0x3FF5A010, 128);
    chip.set(0x3FF5A014, 1 << 24 | 1 << 20).set(0x3FF6607C, 1 << 31).set(0x3FF5F06C, 810 << 7);
    chip.romClockError = 40.0 / 40.5;
    chip.bootOffset = 0x1000;
    chip.spiBase = 0x3FF42000;
    chip.spiUsr2 = 0x24;
    chip.spiData = 0x80;
    chip.securityLength = 0;
    chip.romHasFifthWord = false;
    chip.uartDivider = 0x3FF40014;
    return chip.expects("ESP32-D0WD-V3", 301);
  }

  static ChipModel esp32s2() {
    ChipModel chip = new ChipModel("ESP32-S2", 0x000007C6, 2);
    chip.block(0x3F41A044, 0, 1 << 18 | 2 << 21, 0, 0);
    chip.bootOffset = 0x1000;
    chip.spiBase = 0x3F402000;
    chip.watchdogConfig = 0x3F408094;
    chip.securityLength = 12;
    return chip.expects("ESP32-S2FH4", 100);
  }

  static ChipModel esp32s3() {
    ChipModel chip = new ChipModel("ESP32-S3", 0x00000009, 9);
    chip.block(0x60007044, 0, 2 << 18 | 1 << 27, 1 << 3, 0);
    return chip.expects("ESP32-S3 (QFN56)", 2);
  }

  /** With a crystal of 26 MHz, which its ROM takes for one of 40 MHz. */
  static ChipModel esp32c2() {
    ChipModel chip = new ChipModel("ESP32-C2", 0x6F51306F, 12);
    chip.set(0x60008840, 0xC4123456).set(0x60008844, 0x240A | 2 << 16 | 1 << 20);
    chip.set(0x6000885C, 2 << 29);
    chip.uartDivider = 0x60000014;
    chip.crystalTimesFactor = 26;
    chip.romClockError = 26.0 / 40;
    return chip.expects("ESP32-C2", 102);
  }

  static ChipModel esp32c3() {
    ChipModel chip = new ChipModel("ESP32-C3", 0x1B31506F, 5);
    chip.block(0x60008844, 0, 4 << 18 | 1 << 27, 0, 0);
    return chip.expects("ESP32-C3 (QFN32)", 4);
  }

  /** With a crystal of 48 MHz, which its ROM takes for one of 40 MHz. */
  static ChipModel esp32c5() {
    ChipModel chip = new ChipModel("ESP32-C5", 0x1101406F, 23);
    chip.block(0x600B4844, 1 << 4, 0, 0, 0).set(0x60096110, 40 << 24);
    chip.bootOffset = 0x2000;
    chip.spiBase = 0x60003000;
    chip.uartDivider = 0x60000014;
    chip.crystalTimesFactor = 48;
    chip.romClockError = 48.0 / 40;
    return chip.expects("ESP32-C5", 100);
  }

  static ChipModel esp32c6() {
    ChipModel chip = new ChipModel("ESP32-C6", 0x2CE0806F, 13);
    chip.block(0x600B0844, 0, 1 << 18 | 1 << 24, 1, 0);
    chip.spiBase = 0x60003000;
    return chip.expects("ESP32-C6FH4", 1);
  }

  static ChipModel esp32h2() {
    ChipModel chip = new ChipModel("ESP32-H2", 0xD7B73E80, 16);
    chip.block(0x600B0844, 0, 1 << 18 | 1 << 21, 0, 0);
    chip.spiBase = 0x60003000;
    return chip.expects("ESP32-H2", 101);
  }

  static ChipModel esp32p4() {
    ChipModel chip = new ChipModel("ESP32-P4", 0x0ADDBAD0, 18);
    chip.block(0x5012D044, 1 << 4, 0, 0, 0);
    chip.bootOffset = 0x2000;
    chip.spiBase = 0x5008D000;
    return chip.expects("ESP32-P4", 100);
  }

  @Override
  public String toString() {
    return name;
  }
}
