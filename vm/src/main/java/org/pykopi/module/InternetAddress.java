package org.pykopi.module;

import org.pykopi.host.Network;
import org.pykopi.host.Network.Address;

/**
 * Addresses as text and as the bytes that {@code socket} hands out: the C structures of Linux,
 * {@code family (2, little-endian) port (2, big-endian) address (4) zeros (8)}, and for IPv6 {@code
 * family port flow (4) address (16) scope (4)}.
 */
final class InternetAddress {
  private static final int SIZE = 16;
  private static final int SIZE_6 = 28;
  private static final int AT = 4;
  private static final int AT_6 = 8;

  private InternetAddress() {}

  // ---- structures ----

  static byte[] toStructure(Address address) {
    boolean isOld = address.family() == Network.IPV4;
    byte[] bytes = new byte[isOld ? SIZE : SIZE_6];
    bytes[0] = (byte) address.family();
    bytes[2] = (byte) (address.port() >> 8);
    bytes[3] = (byte) address.port();
    System.arraycopy(address.bytes(), 0, bytes, isOld ? AT : AT_6, address.bytes().length);
    return bytes;
  }

  static int family(byte[] structure) {
    return structure.length < 2 ? 0 : structure[0] & 0xff | (structure[1] & 0xff) << 8;
  }

  /** The address in a structure, or null when it is too short or of another family. */
  static Address fromStructure(byte[] structure) {
    int family = family(structure);
    boolean isOld = family == Network.IPV4;
    if (structure.length < (isOld ? SIZE : SIZE_6) || (!isOld && family != Network.IPV6)) {
      return null;
    }
    byte[] bytes = new byte[isOld ? 4 : 16];
    System.arraycopy(structure, isOld ? AT : AT_6, bytes, 0, bytes.length);
    return new Address(bytes, (structure[2] & 0xff) << 8 | structure[3] & 0xff);
  }

  /** Four bytes of a structure as a number, big-endian. */
  static int number(byte[] structure, int at) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | structure[at + i] & 0xff;
    }
    return value;
  }

  // ---- text ----

  /** The bytes that a text such as {@code 10.0.0.1} or {@code fe80::1} stands for, or null. */
  static byte[] parse(String text) {
    return text.indexOf(':') >= 0 ? parseNew(text) : parseOld(text);
  }

  private static byte[] parseOld(String text) {
    byte[] bytes = new byte[4];
    int at = 0;
    for (int i = 0; i < bytes.length; i++) {
      int end = i == 3 ? text.length() : text.indexOf('.', at);
      int value = end < 0 ? -1 : number(text, at, end, 10, 3);
      if (value < 0 || value > 255) {
        return null;
      }
      bytes[i] = (byte) value;
      at = end + 1;
    }
    return bytes;
  }

  private static int number(String text, int from, int to, int base, int mostDigits) {
    if (from >= to || to - from > mostDigits) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), base);
      if (digit < 0) {
        return -1;
      }
      value = value * base + digit;
    }
    return value;
  }

  private static byte[] parseNew(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] all = groups(text);
      return all != null && all.length == 16 ? all : null;
    }
    byte[] head = groups(text.substring(0, gap));
    byte[] tail = groups(text.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 14) {
      return null;
    }
    byte[] bytes = new byte[16];
    System.arraycopy(head, 0, bytes, 0, head.length);
    System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
    return bytes;
  }

  /** The bytes of groups between colons; the last group may be an address of four bytes. */
  private static byte[] groups(String text) {
    byte[] bytes = new byte[16];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      String group = text.substring(at, end);
      byte[] old = colon < 0 && group.indexOf('.') >= 0 ? parseOld(group) : null;
      int value = old == null ? number(group, 0, group.length(), 16, 4) : 0;
      int size = old == null ? 2 : 4;
      if (value < 0 || count + size > bytes.length || colon == text.length() - 1) {
        return null;
      }
      if (old != null) {
        System.arraycopy(old, 0, bytes, count, size);
      } else {
        bytes[count] = (byte) (value >> 8);
        bytes[count + 1] = (byte) value;
      }
      count += size;
      at = end + 1;
    }
    byte[] result = new byte[count];
    System.arraycopy(bytes, 0, result, 0, count);
    return result;
  }

  /** The usual text of four or sixteen bytes; the longest run of zero groups is left out. */
  static String format(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    if (bytes.length == 4) {
      for (byte b : bytes) {
        text.append(text.length() == 0 ? "" : ".").append(b & 0xff);
      }
      return text.toString();
    }
    int bestAt = -1;
    int best = 1;
    for (int i = 0; i < 8; i++) {
      int run = 0;
      while (i + run < 8 && group(bytes, i + run) == 0) {
        run++;
      }
      if (run > best) {
        best = run;
        bestAt = i;
      }
    }
    for (int i = 0; i < 8; i++) {
      if (i == bestAt) {
        text.append("::");
        i += best - 1;
      } else {
        boolean needsColon = text.length() > 0 && text.charAt(text.length() - 1) != ':';
        text.append(needsColon ? ":" : "").append(Integer.toHexString(group(bytes, i)));
      }
    }
    return text.toString();
  }

  private static int group(byte[] bytes, int index) {
    return (bytes[2 * index] & 0xff) << 8 | bytes[2 * index + 1] & 0xff;
  }
}
