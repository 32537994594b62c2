package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-S3: two Xtensa cores, Wi-Fi and Bluetooth, two kinds of USB of its own. */
final class Esp32S3 extends BlockOneChip {
  private static final int BLOCK_2_WORD_4 = 0x6000706C;

  Esp32S3() {
    super("ESP32-S3", 9, 0x60007044, 0x00000009);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x60002000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(
        0x60008098, 0x600080B0, Watchdogs.KEY, 0x600080B4, 0x600080B8, 0x8F1D312A, 1 << 31);
  }

  @Override
  public int forceDownloadRegister() {
    return 0x6000812C;
  }

  @Override
  public int otgProduct() {
    return 9;
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    return pick(field(registers, 3, 21, 3), "ESP32-S3", "ESP32-S3 (QFN56)", "ESP32-S3-PICO-1");
  }

  /** The first chips, version 0.0, have other data where the major version stands. */
  @Override
  public int revision(Registers registers) throws DeviceException {
    int minor = field(registers, 5, 23, 1) << 3 | field(registers, 3, 18, 3);
    boolean first =
        (minor & 7) == 0
            && registers.bits(BLOCK_2_WORD_4, 0, 2) == 1
            && field(registers, 3, 24, 3) == 1;
    return first ? 0 : 100 * field(registers, 5, 24, 2) + minor;
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out = new ArrayList<>(List.of("Wi-Fi", "Bluetooth 5 LE", "2 cores", "240 MHz"));
    int flash = field(registers, 3, 27, 3);
    if (flash > 0) {
      out.add(pick(flash, "flash inside", null, "8 MB flash inside", "4 MB flash inside"));
    }
    int memory = field(registers, 5, 19, 1) << 2 | field(registers, 4, 3, 2);
    if (memory > 0) {
      String size = pick(memory, "", null, "8 MB ", "2 MB ", "16 MB ", "4 MB ");
      out.add(size + "PSRAM inside");
    }
    return out;
  }
}
