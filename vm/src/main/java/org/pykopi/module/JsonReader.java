package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.object.Errors;
import org.pykopi.object.NumberText;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/**
 * Reads JSON with a stack of its own, so that no depth of nesting overflows. Like the reference it
 * takes more than JSON: commas and colons count as space, and brackets need not be of the same
 * kind.
 */
final class JsonReader {
  private static final int END = -1;

  private final PyContext ctx;
  private final byte[] data;
  private final int end;
  private int at;

  /** Lists and dicts around the present place, outermost first. */
  private final List<PyObject> open = new ArrayList<>();

  /** For each of {@link #open}, the key that waits for its value, or null. */
  private final List<PyObject> keys = new ArrayList<>();

  JsonReader(PyContext ctx, byte[] data, int offset, int length) {
    this.ctx = ctx;
    this.data = data;
    this.at = offset;
    this.end = offset + length;
  }

  /** The one object that the text holds; ValueError when it is not exactly one. */
  PyObject read() {
    PyObject result = readValue();
    while (at < end && isSpace(data[at])) {
      at++;
    }
    if (at < end && data[at] != 0) {
      throw syntaxError();
    }
    return result;
  }

  private PyObject readValue() {
    while (true) {
      int c = take();
      PyObject value;
      boolean isOpening = false;
      switch (c) {
        case ',':
        case ':':
        case ' ':
        case '\t':
        case '\n':
        case '\r':
          continue;
        case 'n':
          value = word("ull", PyNone.NONE);
          break;
        case 'f':
          value = word("alse", PyBool.FALSE);
          break;
        case 't':
          value = word("rue", PyBool.TRUE);
          break;
        case '"':
          value = string();
          break;
        case '[':
          value = new PyList();
          isOpening = true;
          break;
        case '{':
          value = new PyDict();
          isOpening = true;
          break;
        case ']':
        case '}':
          if (open.isEmpty()) {
            throw syntaxError();
          }
          PyObject closed = open.remove(open.size() - 1);
          keys.remove(keys.size() - 1);
          if (open.isEmpty()) {
            return closed;
          }
          continue;
        default:
          if (c != '-' && !isDigit(c)) {
            throw syntaxError();
          }
          value = number();
          break;
      }
      if (!open.isEmpty()) {
        addToInnermost(value, isOpening);
      } else if (!isOpening) {
        return value;
      }
      if (isOpening) {
        open.add(value);
        keys.add(null);
      }
    }
  }

  private void addToInnermost(PyObject value, boolean isOpening) {
    int top = open.size() - 1;
    if (open.get(top) instanceof PyList list) {
      list.append(ctx, value);
      return;
    }
    PyObject key = keys.get(top);
    if (key != null) {
      ((PyDict) open.get(top)).put(ctx, key, value);
      keys.set(top, null);
    } else if (isOpening) {
      throw syntaxError();
    } else {
      keys.set(top, value);
    }
  }

  private int take() {
    if (at == end) {
      throw syntaxError();
    }
    return data[at++];
  }

  private PyException syntaxError() {
    return Errors.valueError(ctx, "syntax error in JSON");
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private PyObject word(String rest, PyObject value) {
    for (int i = 0; i < rest.length(); i++) {
      if (take() != rest.charAt(i)) {
        throw syntaxError();
      }
    }
    return value;
  }

  private PyObject string() {
    ByteBuilder bytes = new ByteBuilder();
    while (true) {
      int c = take();
      if (c == '"') {
        return Streams.decode(ctx, bytes.data(), 0, bytes.length());
      }
      if (c == 0) {
        throw syntaxError();
      }
      if (c == '\\') {
        escape(bytes);
      } else {
        bytes.add(c);
      }
    }
  }

  private void escape(ByteBuilder bytes) {
    int c = take();
    switch (c) {
      case 'b':
        bytes.add('\b');
        break;
      case 'f':
        bytes.add('\f');
        break;
      case 'n':
        bytes.add('\n');
        break;
      case 'r':
        bytes.add('\r');
        break;
      case 't':
        bytes.add('\t');
        break;
      case 'u':
        bytes.add(Utf8.encode(unicode()));
        break;
      default:
        bytes.add(c);
        break;
    }
  }

  /**
   * The character of {@code \\uXXXX}, or of two of them when they are the halves of one beyond
   * 0xffff.
   */
  private String unicode() {
    char first = fourDigits();
    boolean isPair =
        Character.isHighSurrogate(first) && at + 1 < end && data[at] == '\\' && data[at + 1] == 'u';
    if (!isPair) {
      return String.valueOf(first);
    }
    at += 2;
    return "" + first + fourDigits();
  }

  private char fourDigits() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit((char) (take() & 0xff), 16);
      if (digit < 0) {
        throw syntaxError();
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private PyObject number() {
    int start = at - 1;
    boolean isFloat = false;
    while (at < end) {
      int c = data[at];
      if (c == '.' || c == 'e' || c == 'E') {
        isFloat = true;
      } else if (c != '+' && c != '-' && !isDigit(c)) {
        break;
      }
      at++;
    }
    String text = Utf8.decode(data, start, at - start);
    return isFloat
        ? new PyFloat(NumberText.parseFloat(ctx, text))
        : NumberText.parseInt(ctx, text, 10);
  }
}
