package org.pykopi.serial.jvm;

import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.webrepl.MessageChannel;
import org.pykopi.serial.webrepl.WebReplPort;

/** Ports by name. */
public final class Ports {
  private static final String STEP = "open the port";
  private static final String SOCKET = "socket://";
  private static final String RFC2217 = "rfc2217://";
  private static final String WEBREPL = "ws://";
  private static final int WEBREPL_NUMBER = 8266;

  /**
   * A serial device of this machine.
   *
   * @param usbId null when it is not on USB
   * @param serialNumber of the USB device; empty when it has none
   */
  public record Device(String name, UsbId usbId, String serialNumber, String description) {}

  private Ports() {}

  /**
   * The port of that name, not open yet: {@code socket://host:port} (plain bytes), {@code
   * rfc2217://host:port} (with speed and control lines), {@code auto} (the first device on USB),
   * anything else is a local device.
   */
  public static SerialPort named(String name) throws PortException {
    if (name.startsWith(SOCKET)) {
      return new SocketPort(name, host(name, SOCKET), number(name, SOCKET));
    }
    if (name.startsWith(RFC2217)) {
      return new Rfc2217Port(name, host(name, RFC2217), number(name, RFC2217));
    }
    if (name.equals("auto")) {
      for (Device device : list()) {
        if (device.usbId != null) {
          return named(device.name);
        }
      }
      throw new PortException(STEP, "no board found on USB", "Name the port with --port");
    }
    try {
      return new LocalPort(com.fazecast.jSerialComm.SerialPort.getCommPort(name), name);
    } catch (SerialPortInvalidPortException e) {
      throw new PortException(
          STEP, "there is no port " + name, "The command \"devs\" lists those that are there");
    }
  }

  /** Whether a name is that of a board behind WebREPL: {@code ws://host} or with a port number. */
  public static boolean isWebRepl(String name) {
    return name.startsWith(WEBREPL);
  }

  /** The terminal of such a board. */
  public static WebReplPort webRepl(String name, String password) throws PortException {
    boolean hasNumber = address(name, WEBREPL).contains(":");
    int number = hasNumber ? number(name, WEBREPL) : WEBREPL_NUMBER;
    MessageChannel channel = new WebSocketChannel(name, host(name, WEBREPL), number);
    return new WebReplPort(channel, password, new SystemClock());
  }

  /** The serial devices of this machine, sorted by name. */
  public static List<Device> list() {
    List<Device> devices = new ArrayList<>();
    for (var port : com.fazecast.jSerialComm.SerialPort.getCommPorts()) {
      UsbId id = port.getVendorID() > 0 ? new UsbId(port.getVendorID(), port.getProductID()) : null;
      String number = port.getSerialNumber();
      boolean hasNumber = number != null && !number.equals("Unknown");
      devices.add(
          new Device(
              port.getSystemPortPath(), id, hasNumber ? number : "", port.getPortDescription()));
    }
    devices.sort(Comparator.comparing(Device::name));
    return devices;
  }

  private static String host(String name, String scheme) {
    String address = address(name, scheme);
    int colon = address.lastIndexOf(':');
    return colon < 0 ? address : address.substring(0, colon);
  }

  /** The address without scheme and without what pyserial allows after it ({@code ?option}). */
  private static String address(String name, String scheme) {
    return name.substring(scheme.length()).split("[/?]", 2)[0];
  }

  private static int number(String name, String scheme) throws PortException {
    String address = address(name, scheme);
    String digits = address.substring(address.lastIndexOf(':') + 1);
    boolean isNumber =
        !digits.isEmpty() && digits.length() < 6 && digits.chars().allMatch(Character::isDigit);
    int number = isNumber ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > 65535) {
      throw new PortException(
          STEP, "\"" + name + "\" has no port number", "Write " + scheme + "host:port");
    }
    return number;
  }
}
