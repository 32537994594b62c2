package org.pykopi.util;

import java.math.BigInteger;

/**
 * Text of integers. For big ones, in any base from 2 to 36, both directions divide the number in
 * halves, so that ten thousand digits cost a few multiplications of half the size and not ten
 * thousand of the full size; bases that are powers of two need none at all.
 */
public final class IntText {
  private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";

  /** Below this many bits the library's own conversion, which is quadratic, wins. */
  private static final int SMALL_BITS = 1200;

  /** Characters of the longest int, -2147483648. */
  private static final int MAX_INT_LENGTH = 11;

  private IntText() {}

  /** Appends a value in base ten; TeaVM's builder moves each digit several times. */
  public static void append(StringBuilder out, int value) {
    if (value >= 0 && value < 10) {
      out.append((char) ('0' + value));
      return;
    }
    char[] text = new char[MAX_INT_LENGTH];
    int at = text.length;
    int rest = value;
    do {
      text[--at] = (char) ('0' + Math.abs(rest % 10));
      rest /= 10;
    } while (rest != 0);
    if (value < 0) {
      text[--at] = '-';
    }
    out.append(text, at, text.length - at);
  }

  /** Appends a value in a base, with lower-case digits and a minus sign when negative. */
  public static void append(StringBuilder out, BigInteger value, int base) {
    BigInteger rest = value;
    if (rest.signum() < 0) {
      out.append('-');
      rest = rest.negate();
    }
    if ((base & (base - 1)) == 0) {
      appendBits(out, rest, Integer.numberOfTrailingZeros(base));
    } else if (rest.bitLength() <= SMALL_BITS) {
      out.append(rest.toString(base));
    } else {
      appendHalves(out, rest, base);
    }
  }

  /**
   * The value of a text in lower or upper case digits of that base; they must be valid and at least
   * one.
   */
  public static BigInteger parse(CharSequence digits, int base) {
    int length = digits.length();
    if ((base & (base - 1)) == 0) {
      return parseBits(digits, Integer.numberOfTrailingZeros(base));
    }
    Powers powers = new Powers(base, LONG_DIGITS_OF[base]);
    return parseHalves(digits, 0, length, powers);
  }

  /** The value of a digit character, or -1 when it is none of any base. */
  public static int digitValue(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : -1;
  }

  // ---- printing ----

  private static void appendBits(StringBuilder out, BigInteger value, int bits) {
    byte[] bytes = value.toByteArray();
    int digits = Math.max(1, (value.bitLength() + bits - 1) / bits);
    for (int i = digits - 1; i >= 0; i--) {
      int from = i * bits;
      int at = bytes.length - 1 - (from >> 3);
      int two = bytes[at] & 0xff;
      if (at > 0) {
        two |= (bytes[at - 1] & 0xff) << 8;
      }
      out.append(DIGITS.charAt((two >> (from & 7)) & ((1 << bits) - 1)));
    }
  }

  private static void appendHalves(StringBuilder out, BigInteger value, int base) {
    int unit = LONG_DIGITS_OF[base];
    Powers powers = new Powers(base, unit);
    int level = 0;
    while (powers.get(level).compareTo(value) <= 0) {
      level++;
    }
    appendPart(out, value, level, powers, false);
  }

  /**
   * Appends a value below {@code powers.get(level)}, with all leading zeros when {@code padded}.
   */
  private static void appendPart(
      StringBuilder out, BigInteger value, int level, Powers powers, boolean padded) {
    if (level == 0 || value.bitLength() <= SMALL_BITS) {
      String text = value.toString(powers.base);
      if (padded) {
        for (int i = powers.unit << level; i > text.length(); i--) {
          out.append('0');
        }
        out.append(text);
      } else if (value.signum() != 0) {
        out.append(text);
      }
      return;
    }
    BigInteger[] parts = value.divideAndRemainder(powers.get(level - 1));
    int before = out.length();
    appendPart(out, parts[0], level - 1, powers, padded);
    appendPart(out, parts[1], level - 1, powers, padded || out.length() > before);
  }

  // ---- parsing ----

  private static BigInteger parseBits(CharSequence digits, int bits) {
    int length = digits.length();
    long total = (long) length * bits;
    byte[] bytes = new byte[(int) (total >> 3) + 2];
    for (int i = 0; i < length; i++) {
      int value = digitValue(digits.charAt(length - 1 - i));
      int from = i * bits;
      int at = bytes.length - 1 - (from >> 3);
      int shifted = value << (from & 7);
      bytes[at] |= (byte) shifted;
      bytes[at - 1] |= (byte) (shifted >> 8);
    }
    return new BigInteger(bytes);
  }

  private static BigInteger parseHalves(CharSequence digits, int from, int to, Powers powers) {
    int count = to - from;
    if (count <= powers.unit) {
      long value = 0;
      for (int i = from; i < to; i++) {
        value = value * powers.base + digitValue(digits.charAt(i));
      }
      return BigInteger.valueOf(value);
    }
    int level = 0;
    while (powers.unit << (level + 1) < count) {
      level++;
    }
    int middle = to - (powers.unit << level);
    BigInteger high = parseHalves(digits, from, middle, powers);
    BigInteger low = parseHalves(digits, middle, to, powers);
    return high.multiply(powers.get(level)).add(low);
  }

  /** The powers {@code base ** (unit << level)}, made when first asked for. */
  private static final class Powers {
    final int base;
    final int unit;
    private BigInteger[] values = new BigInteger[8];

    Powers(int base, int unit) {
      this.base = base;
      this.unit = unit;
    }

    BigInteger get(int level) {
      if (level >= values.length) {
        BigInteger[] more = new BigInteger[level * 2];
        System.arraycopy(values, 0, more, 0, values.length);
        values = more;
      }
      if (values[level] == null) {
        if (level == 0) {
          values[0] = BigInteger.valueOf(base).pow(unit);
        } else {
          BigInteger half = get(level - 1);
          values[level] = half.multiply(half);
        }
      }
      return values[level];
    }
  }

  /** For each base the number of digits that always fit a long. */
  private static final int[] LONG_DIGITS_OF = makeLongDigits();

  private static int[] makeLongDigits() {
    int[] digits = new int[37];
    for (int base = 2; base <= 36; base++) {
      long value = 1;
      while (value <= Long.MAX_VALUE / base) {
        value *= base;
        digits[base]++;
      }
    }
    return digits;
  }
}
