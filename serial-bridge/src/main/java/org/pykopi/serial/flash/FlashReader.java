package org.pykopi.serial.flash;

import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.rom.SpiFlash;

/**
 * Reads a range of the flash memory: 64 KiB at a time from the stub, 64 bytes from a ROM, and from
 * the ROM of ESP8266 through the registers of the memory's controller.
 */
final class FlashReader {
  private static final int STUB_CHUNK = 0x10000;
  private static final int ROM_CHUNK = 64;
  private static final int ATTEMPTS = 6;
  private static final int UPDATES = 16;

  private final Session session;
  private final Progress progress;

  FlashReader(Session session, Progress progress) {
    this.session = session;
    this.progress = progress;
  }

  byte[] read(int address, int size) throws DeviceException {
    byte[] out = new byte[size];
    int done = 0;
    int chunks = 0;
    while (done < size) {
      if (session.loader.isStub() || chunks++ % UPDATES == 0) {
        report(done, size);
      }
      int at = done;
      byte[] chunk = session.retry(ATTEMPTS, () -> chunk(address + at, size - at));
      System.arraycopy(chunk, 0, out, done, chunk.length);
      done += chunk.length;
    }
    report(size, size);
    return out;
  }

  private void report(int done, int size) throws CancelledException {
    if (!progress.update("read", done, size)) {
      throw new CancelledException("read");
    }
  }

  private byte[] chunk(int address, int left) throws DeviceException {
    if (session.loader.isStub()) {
      return session.loader.readFlash(address, Math.min(left, STUB_CHUNK));
    }
    int length = Math.min(left, ROM_CHUNK);
    if (session.chip().hasFullRom()) {
      return session.loader.readFlashSlow(address, length);
    }
    return new SpiFlash(session.loader, session.chip().spi()).read(address, length);
  }
}
