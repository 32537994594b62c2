package org.pykopi.serial.flash;

import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.rom.BootLoader;
import org.pykopi.serial.rom.SpiFlash;

/**
 * Reads a range of the flash memory: at most 64 KiB at a time from the stub, 64 bytes from a ROM,
 * and from the ROM of ESP8266 through the registers of the memory's controller.
 */
final class FlashReader {
  private static final int STUB_CHUNK = 0x10000;
  private static final int ROM_CHUNK = 64;
  private static final int BITS_PER_BYTE = 10;
  private static final int ATTEMPTS = 6;
  private static final int UPDATES = 16;

  private final Session session;

  FlashReader(Session session) {
    this.session = session;
  }

  /** {@code step} is what the watcher is told; nothing when it is empty. */
  byte[] read(int address, int size, String step) throws DeviceException {
    byte[] out = new byte[size];
    int done = 0;
    int chunks = 0;
    while (done < size) {
      boolean isNews = session.loader.isStub() || chunks++ % UPDATES == 0;
      if (isNews && !step.isEmpty()) {
        session.report.show(step, done, size);
      }
      int at = done;
      byte[] chunk = session.retry(ATTEMPTS, () -> chunk(address + at, size - at));
      System.arraycopy(chunk, 0, out, done, chunk.length);
      done += chunk.length;
    }
    if (!step.isEmpty()) {
      session.report.show(step, size, size);
    }
    return out;
  }

  /** What the line brings in a second: between two chunks the work can be stopped. */
  private int stubChunk() {
    int sectors = session.loader.baud() / BITS_PER_BYTE / BootLoader.SECTOR;
    return Math.min(STUB_CHUNK, Math.max(1, sectors) * BootLoader.SECTOR);
  }

  private byte[] chunk(int address, int left) throws DeviceException {
    if (session.loader.isStub()) {
      return session.loader.readFlash(address, Math.min(left, stubChunk()));
    }
    int length = Math.min(left, ROM_CHUNK);
    if (session.chip().hasFullRom()) {
      return session.loader.readFlashSlow(address, length);
    }
    return new SpiFlash(session.loader, session.chip().spi()).read(address, length);
  }
}
