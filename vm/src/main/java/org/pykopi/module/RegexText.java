package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * A str or bytes object that expressions run over, as Java text; of bytes each char is one byte.
 */
final class RegexText {
  final PyObject object;
  final String chars;
  private final boolean isBytes;

  private RegexText(PyObject object, String chars, boolean isBytes) {
    this.object = object;
    this.chars = chars;
    this.isBytes = isBytes;
  }

  static RegexText of(PyContext ctx, PyObject object) {
    if (Args.unwrap(object) instanceof PyBytes bytes) {
      char[] chars = new char[bytes.value.length];
      for (int i = 0; i < chars.length; i++) {
        chars[i] = (char) (bytes.value[i] & 0xff);
      }
      return new RegexText(object, new String(chars), true);
    }
    return new RegexText(object, Args.toText(ctx, object), false);
  }

  /** A part as an object of the same type as the whole. */
  PyObject part(int start, int end) {
    return make(chars.substring(start, end));
  }

  /** An object of the same type as the whole. */
  PyObject make(String text) {
    if (!isBytes) {
      return PyStr.of(text);
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return PyBytes.of(bytes);
  }

  /**
   * The index that Python sees for a place in {@link #chars}: characters beyond 0xffff take two
   * places there.
   */
  int index(int place) {
    int index = place;
    for (int i = 0; i + 1 < place && !isBytes; i++) {
      if (isPair(i)) {
        index--;
        i++;
      }
    }
    return index;
  }

  /** The place of an index that Python sees, kept inside the text. */
  int place(int index) {
    int place = 0;
    for (int i = 0; i < index && place < chars.length(); i++) {
      place += !isBytes && isPair(place) ? 2 : 1;
    }
    return place;
  }

  private boolean isPair(int at) {
    return Character.isHighSurrogate(chars.charAt(at))
        && at + 1 < chars.length()
        && Character.isLowSurrogate(chars.charAt(at + 1));
  }
}
