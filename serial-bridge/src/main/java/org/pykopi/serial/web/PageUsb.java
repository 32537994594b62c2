package org.pykopi.serial.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.usb.UsbDevice;
import org.pykopi.serial.wire.WireReader;

/** The USB device behind the line of the page. */
final class PageUsb implements UsbDevice {
  private static final String STEP = "set up the adapter";

  private final Page page;
  private final PagePort port;

  PageUsb(Page page, PagePort port) {
    this.page = page;
    this.port = port;
  }

  /**
   * What the device says of itself now: {@code int vendor, int product, int release, then for each
   * interface: number, class, in, out, packet}.
   */
  private WireReader description() {
    byte[] bytes = new byte[page.describe()];
    page.get(0, bytes, 0, bytes.length);
    return new WireReader(bytes);
  }

  private static UsbId readId(WireReader description) {
    int vendor = description.nextInt();
    return new UsbId(vendor, description.nextInt());
  }

  @Override
  public UsbId id() {
    return readId(description());
  }

  @Override
  public int release() {
    WireReader description = description();
    readId(description);
    return description.nextInt();
  }

  @Override
  public List<Interface> interfaces() {
    WireReader description = description();
    readId(description);
    description.nextInt();
    List<Interface> found = new ArrayList<>();
    while (!description.isEmpty()) {
      int number = description.nextInt();
      int classCode = description.nextInt();
      int in = description.nextInt();
      int out = description.nextInt();
      found.add(new Interface(number, classCode, in, out, description.nextInt()));
    }
    return found;
  }

  @Override
  public void claim(int interfaceNumber) throws PortException {
    port.check(STEP, page.claim(interfaceNumber));
  }

  @Override
  public void carry(Interface data, int header) {
    page.carry(data.in(), data.out(), data.packet(), header);
  }

  @Override
  public void controlOut(int type, int request, int value, int index, byte[] data)
      throws PortException {
    page.put(0, data, 0, data.length);
    port.check(STEP, page.control(type, request, value, index, data.length));
  }

  @Override
  public byte[] controlIn(int type, int request, int value, int index, int length)
      throws PortException {
    int count = port.check(STEP, page.control(type, request, value, index, length));
    byte[] answer = new byte[length];
    page.get(0, answer, 0, Math.min(count, length));
    return Arrays.copyOf(answer, Math.min(count, length));
  }
}
