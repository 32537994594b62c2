package org.pykopi.runtime;

import org.pykopi.host.Console;
import org.pykopi.util.Utf8;

/** Text and control bytes to a console. Line ends are written as given. */
final class TerminalWriter {
  private final Console console;
  private final byte[] single = new byte[1];

  TerminalWriter(Console console) {
    this.console = console;
  }

  void write(String text) {
    if (!text.isEmpty()) {
      byte[] bytes = Utf8.encode(text);
      console.write(bytes, 0, bytes.length);
    }
  }

  void write(int oneByte) {
    single[0] = (byte) oneByte;
    console.write(single, 0, 1);
  }

  void flush() {
    console.flush();
  }

  /** See {@link Console#setRaw}. */
  void setRaw(boolean isRaw) {
    console.setRaw(isRaw);
  }
}
