package org.pykopi.disk;

import org.pykopi.host.HostException;

/**
 * A name in a FAT folder. Each has a short form of 8 and 3 capital letters; any name that this does
 * not show exactly has its real form in entries before: 13 UTF-16 units each, the last piece first.
 */
final class FatName {
  static final int UNITS = 13;
  static final int SHORT_LENGTH = 11;
  private static final int LONGEST = 255;

  /** Bits in an entry: the name, or the extension, is meant in small letters. */
  static final int SMALL_NAME = 8;

  static final int SMALL_EXTENSION = 16;

  private static final String FORBIDDEN = "\"*/:<>?\\|\u007f";
  private static final String NOT_IN_SHORT = "+,;=[]";

  final String text;

  /** The short form; a long name's is completed by {@link #number}. */
  final byte[] shortForm = new byte[SHORT_LENGTH];

  /** SMALL_ bits of the short form. */
  final int small;

  /** Whether entries with the real form are needed. */
  final boolean isLong;

  /** EINVAL for a name that cannot be. */
  FatName(String name) {
    text = withoutTail(name);
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new HostException(HostException.EINVAL);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || FORBIDDEN.indexOf(text.charAt(i)) >= 0) {
        throw new HostException(HostException.EINVAL);
      }
    }
    int dot = text.lastIndexOf('.');
    int end = dot > 0 ? dot : text.length();
    Part first = new Part(text.substring(0, end), 0, 8);
    Part second = new Part(end == text.length() ? "" : text.substring(end + 1), 8, SHORT_LENGTH);
    isLong = first.isLoss || second.isLoss || dot == 0;
    small = (first.hasSmall ? SMALL_NAME : 0) | (second.hasSmall ? SMALL_EXTENSION : 0);
  }

  /** Dots and spaces at the end do not count. */
  private static String withoutTail(String name) {
    int end = name.length();
    while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ' ')) {
      end--;
    }
    return name.substring(0, end);
  }

  /** Fills one part of the short form. */
  private final class Part {
    boolean hasSmall;

    /** Whether the short form does not show the part exactly. */
    boolean isLoss;

    Part(String part, int from, int to) {
      boolean hasCapital = false;
      int at = from;
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        if (c == ' ' || c == '.' || at == to) {
          isLoss = true;
          continue;
        }
        if (c >= 0x80 || NOT_IN_SHORT.indexOf(c) >= 0) {
          isLoss = true;
          c = '_';
        }
        hasSmall |= c >= 'a' && c <= 'z';
        hasCapital |= c >= 'A' && c <= 'Z';
        shortForm[at++] = (byte) (c >= 'a' && c <= 'z' ? c - 32 : c);
      }
      isLoss |= hasSmall && hasCapital;
      while (at < to) {
        shortForm[at++] = ' ';
      }
    }
  }

  /**
   * Makes the short form of a long name different from others: its name ends with ~ and a number.
   */
  void number(int n) {
    String tail = "~" + n;
    int at = 0;
    while (at < 8 - tail.length() && shortForm[at] != ' ' && shortForm[at] != '~') {
      at++;
    }
    for (int i = 0; i < 8 - at; i++) {
      shortForm[at + i] = (byte) (i < tail.length() ? tail.charAt(i) : ' ');
    }
  }

  /** How many entries the name takes. */
  int entries() {
    return 1 + (isLong ? (text.length() + UNITS - 1) / UNITS : 0);
  }

  /** Ties the entries of the real form to the short form. */
  static int checksum(byte[] data, int at) {
    int sum = 0;
    for (int i = 0; i < SHORT_LENGTH; i++) {
      sum = ((sum & 1) << 7 | sum >> 1) + (data[at + i] & 0xff) & 0xff;
    }
    return sum;
  }

  /** Where unit {@code i} of a piece of the real form lies in its entry. */
  static int unitPlace(int i) {
    return i < 5 ? 1 + 2 * i : i < 11 ? 4 + 2 * i : 6 + 2 * i;
  }

  /** The name that a short form shows. */
  static String decodeShort(byte[] data, int at, int small) {
    StringBuilder text = new StringBuilder();
    append(text, data, at, at + 8, (small & SMALL_NAME) != 0);
    StringBuilder extension = new StringBuilder();
    append(extension, data, at + 8, at + SHORT_LENGTH, (small & SMALL_EXTENSION) != 0);
    if (extension.length() > 0) {
      text.append('.').append(extension);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, byte[] data, int from, int to, boolean isSmall) {
    for (int i = from; i < to && data[i] != ' '; i++) {
      char c = (char) (data[i] & 0xff);
      boolean isCapital = c >= 'A' && c <= 'Z';
      text.append(isSmall && isCapital ? (char) (c + 32) : c);
    }
  }
}
