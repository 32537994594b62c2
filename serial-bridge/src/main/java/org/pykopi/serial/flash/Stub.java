package org.pykopi.serial.flash;

import java.util.Arrays;
import java.util.Base64;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.rom.BootLoader;

/**
 * A helper program for the chip's memory that speaks the loader's protocol with more commands. It
 * comes as data at run time: a JSON object with {@code text} and {@code data} in base64, their
 * addresses {@code text_start} and {@code data_start}, and {@code entry}.
 */
public final class Stub {
  /** Where stubs come from. */
  public interface Source {
    /** No stubs: the ROM does the work. */
    Source NONE = name -> null;

    /** The text of the file with this name without ".json"; null when there is none. */
    String find(String name);
  }

  private final byte[] text;
  private final int textStart;
  private final byte[] data;
  private final int dataStart;
  private final int entry;

  private Stub(byte[] text, int textStart, byte[] data, int dataStart, int entry) {
    this.text = text;
    this.textStart = textStart;
    this.data = data;
    this.dataStart = dataStart;
    this.entry = entry;
  }

  public static Stub parse(String json) throws DeviceException {
    byte[] text = bytes(json, "text");
    byte[] data = json.indexOf("\"data\"") < 0 ? new byte[0] : bytes(json, "data");
    int dataStart = data.length == 0 ? 0 : number(json, "data_start");
    return new Stub(text, number(json, "text_start"), data, dataStart, number(json, "entry"));
  }

  /** Loads it in packets of so many bytes, and starts it. */
  void start(BootLoader loader, int block) throws DeviceException {
    load(loader, text, textStart, block);
    if (data.length > 0) {
      load(loader, data, dataStart, block);
    }
    loader.runStub(entry);
  }

  private static void load(BootLoader loader, byte[] bytes, int address, int block)
      throws DeviceException {
    loader.memoryBegin(bytes.length, block, address);
    for (int at = 0, sequence = 0; at < bytes.length; at += block, sequence++) {
      int end = Math.min(bytes.length, at + block);
      loader.memoryData(Arrays.copyOfRange(bytes, at, end), sequence);
    }
  }

  /** The place behind the colon of the first member with this name. */
  private static int valueOf(String json, String name) throws DeviceException {
    int at = json.indexOf("\"" + name + "\"");
    int colon = at < 0 ? -1 : json.indexOf(':', at);
    if (colon < 0) {
      throw broken(name);
    }
    int next = colon + 1;
    while (next < json.length() && json.charAt(next) <= ' ') {
      next++;
    }
    return next;
  }

  private static int number(String json, String name) throws DeviceException {
    int at = valueOf(json, name);
    int end = at;
    while (end < json.length() && json.charAt(end) >= '0' && json.charAt(end) <= '9') {
      end++;
    }
    if (end == at || end - at > 10) {
      throw broken(name);
    }
    return (int) Long.parseLong(json.substring(at, end));
  }

  private static byte[] bytes(String json, String name) throws DeviceException {
    int at = valueOf(json, name);
    int end = at < json.length() && json.charAt(at) == '"' ? json.indexOf('"', at + 1) : -1;
    if (end < 0) {
      throw broken(name);
    }
    try {
      return Base64.getDecoder().decode(json.substring(at + 1, end));
    } catch (IllegalArgumentException e) {
      throw broken(name);
    }
  }

  private static DeviceException broken(String name) {
    return new DeviceException(
        "read the helper", "it has no right \"" + name + "\"", "Get it again");
  }
}
