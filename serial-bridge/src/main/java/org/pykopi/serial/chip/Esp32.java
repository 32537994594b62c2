package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32: two Xtensa cores, Wi-Fi and Bluetooth. */
final class Esp32 extends Chip {
  private static final int FUSES = 0x3FF5A000;
  private static final int SYSCON_DATE = 0x3FF6607C;
  private static final int UART_DIVIDER = 0x3FF40014;
  private static final int CALIBRATION = 0x3FF5F06C;

  Esp32() {
    super("ESP32", 0, 0x00F01D83);
  }

  @Override
  public int bootOffset() {
    return 0x1000;
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.esp32();
  }

  @Override
  public boolean hasEncryptedBegin() {
    return false;
  }

  @Override
  public String mac(Registers registers) throws DeviceException {
    return macFrom(fuse(registers, 1), fuse(registers, 2));
  }

  private static int fuse(Registers registers, int word) throws DeviceException {
    return registers.read(FUSES + 4 * word);
  }

  private static int packaging(Registers registers) throws DeviceException {
    int word = fuse(registers, 3);
    return word >> 9 & 7 | (word >> 2 & 1) << 3;
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    boolean third = revision(registers) >= 300;
    boolean single = (fuse(registers, 3) & 1) != 0;
    String core = single ? "ESP32-S0WD" : "ESP32-D0WD";
    String version = third && !single ? "-V3" : "";
    return pick(
        packaging(registers),
        "ESP32",
        core + "Q6" + version,
        core + version,
        "ESP32-D2WD",
        null,
        "ESP32-U4WDH",
        third ? "ESP32-PICO-V3" : "ESP32-PICO-D4",
        "ESP32-PICO-V3-02",
        "ESP32-D0WDR2-V3");
  }

  /** The major version is one of three bits that are set one after the other. */
  @Override
  public int revision(Registers registers) throws DeviceException {
    int word5 = fuse(registers, 5);
    int major =
        (fuse(registers, 3) >> 15 & 1) + (word5 >> 20 & 1) + (registers.read(SYSCON_DATE) >>> 31);
    return 100 * major + (word5 >> 24 & 3);
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    int word = fuse(registers, 3);
    int kind = packaging(registers);
    List<String> out = new ArrayList<>();
    out.add("Wi-Fi");
    if ((word & 2) == 0) {
      out.add("Bluetooth");
    }
    out.add((word & 1) == 0 ? "2 cores" : "1 core");
    out.add((word & 0x3000) == 0x3000 ? "160 MHz" : "240 MHz");
    if (kind == 2 || kind >= 4 && kind <= 6) {
      out.add("flash inside");
    }
    if (kind == 6 || kind == 7) {
      out.add("PSRAM inside");
    }
    return out;
  }

  @Override
  public int crystal(Registers registers) throws DeviceException {
    return crystalFromDivider(registers, UART_DIVIDER, 1);
  }

  /**
   * The ROM measures its crystal against an oscillator that drifts, and sets its speed by the
   * result; so it is asked for a speed that is wrong by the same factor.
   */
  @Override
  public int romBaud(Registers registers, int baud) throws DeviceException {
    long count = registers.read(CALIBRATION) >>> 7 & 0x1FFFFFF;
    long oscillator = fuse(registers, 4) & 255;
    long measured = count * 15625 * oscillator / 40;
    if (measured == 0) {
      return baud;
    }
    long crystal = measured > 33_000_000 ? 40_000_000 : 26_000_000;
    return (int) (baud * measured / crystal);
  }
}
