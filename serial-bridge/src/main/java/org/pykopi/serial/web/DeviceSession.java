package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.usb.UsbSerialPort;
import org.pykopi.serial.webrepl.WebReplPort;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;

/**
 * Serves the requests of the page for one board, one after the other. Read {@link Request} for what
 * there is; {@link BoardWork} does what needs Python on the board, {@link ChipWork} what needs its
 * boot loader.
 */
final class DeviceSession {
  static final int DONE = 0;

  /** The reply is a sentence for the user. */
  static final int FAILED = 1;

  /** The user stopped it; the reply is a sentence, too. */
  static final int CANCELLED = 2;

  private static final int ADAPTER = 1;
  private static final int WEBREPL = 2;

  private final SerialPort port;
  private final BoardWork board;
  private final ChipWork chip;
  private byte[] reply = new byte[0];

  /**
   * {@code hello}: text name of the port, byte 1 if it has control lines, int vendor, int product,
   * byte kind: 0 for a plain line, 1 for a USB adapter whose driver is ours, 2 for WebREPL, then
   * text password.
   */
  DeviceSession(Page page, WireReader hello) {
    String name = hello.nextText();
    boolean hasSignals = hello.nextByte() != 0;
    int vendor = hello.nextInt();
    int product = hello.nextInt();
    UsbId usbId = vendor < 0 ? null : new UsbId(vendor, product);
    PageWatch watch = new PageWatch(page);
    PagePort line = new PagePort(page, name, usbId, hasSignals);
    port =
        switch (hello.nextByte()) {
          case ADAPTER -> new UsbSerialPort(new PageUsb(page, line), line);
          case WEBREPL -> new WebReplPort(new PageChannel(page, line), hello.nextText(), watch);
          default -> line;
        };
    board = new BoardWork(page, port, watch);
    chip = new ChipWork(page, port, watch);
  }

  /** What the latest request answered. */
  byte[] reply() {
    return reply;
  }

  /** Serves a request and returns its status. */
  int serve(WireReader request) {
    WireWriter answer = new WireWriter();
    DeviceException failure = null;
    try {
      work(Request.of(request.nextByte()), request, answer);
    } catch (DeviceException e) {
      failure = e;
    }
    if (failure == null) {
      reply = answer.toBytes();
      return DONE;
    }
    reply = failure.getMessage().getBytes(StandardCharsets.UTF_8);
    return failure instanceof CancelledException ? CANCELLED : FAILED;
  }

  private void work(Request name, WireReader request, WireWriter answer) throws DeviceException {
    switch (name) {
      case IDENTIFY -> chip.identify(request, answer);
      case FLASH -> chip.flash(request);
      case ERASE -> chip.erase(request);
      case READ_FLASH -> chip.readFlash(request, answer);
      case CLOSE -> port.close();
      default -> board.serve(name, request, answer);
    }
  }
}
