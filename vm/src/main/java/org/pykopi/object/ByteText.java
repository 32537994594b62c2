package org.pykopi.object;

import org.pykopi.util.Utf8;

/** What bytes, bytearray, array and memoryview share: text, slices, encodings. */
public final class ByteText {
  private static final String HEX = "0123456789abcdef";

  /** The error handling that keeps bytes which are no UTF-8. */
  private static final String KEEPING = "surrogateescape";

  private ByteText() {}

  // ---- text ----

  /** Appends bytes in quotes, without the b before them. */
  static void repr(StringBuilder out, byte[] bytes) {
    repr(out, bytes, 0, bytes.length);
  }

  static void repr(StringBuilder out, byte[] data, int offset, int length) {
    boolean hasSingle = false;
    boolean hasDouble = false;
    for (int i = 0; i < length; i++) {
      hasSingle |= data[offset + i] == '\'';
      hasDouble |= data[offset + i] == '"';
    }
    char quote = hasSingle && !hasDouble ? '"' : '\'';
    out.append(quote);
    for (int i = 0; i < length; i++) {
      char c = (char) (data[offset + i] & 0xff);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= 0x20 && c < 0x7f) {
        out.append(c);
      } else {
        appendControl(out, c);
      }
    }
    out.append(quote);
  }

  /** Appends the escape of a character below 256. */
  static void appendControl(StringBuilder out, char c) {
    switch (c) {
      case '\n':
        out.append("\\n");
        break;
      case '\r':
        out.append("\\r");
        break;
      case '\t':
        out.append("\\t");
        break;
      default:
        out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
    }
  }

  /** {@code hex([sep])}: two digits for each byte. */
  static PyObject hex(PyContext ctx, BufferView view, PyObject separator) {
    String between = separator == null ? "" : NumberText.of(separator);
    if (between == null) {
      throw Errors.typeError(ctx, "object with buffer protocol required");
    }
    ctx.checkSize(view.length() * (2L + between.length()), 1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < view.length(); i++) {
      if (i > 0) {
        out.append(between);
      }
      int b = view.data()[view.offset() + i] & 0xff;
      out.append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
    }
    return PyStr.of(out);
  }

  /** The bytes that a text of hexadecimal digits, with spaces between bytes, shows. */
  static byte[] fromHex(PyContext ctx, String text) {
    StringBuilder out = new StringBuilder(text.length() / 2);
    int i = 0;
    while (i < text.length()) {
      if (NumberText.isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      int high = hexDigit(text, i);
      int low = hexDigit(text, i + 1);
      if (high < 0 || low < 0) {
        throw Errors.valueError(ctx, "non-hex digit");
      }
      out.append((char) (high << 4 | low));
      i += 2;
    }
    return ByteSequence.bytes(out);
  }

  private static int hexDigit(String text, int at) {
    if (at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at);
    int digit = HEX.indexOf(c < 0x40 ? c : (char) (c | 0x20));
    return digit;
  }

  // ---- encodings ----

  /** {@code str(bytes, encoding, errors)}; encoding and errors may be null. */
  static PyStr decode(PyContext ctx, BufferView view, PyObject encoding, PyObject errors) {
    boolean isAscii = isAscii(ctx, encoding);
    byte[] data = view.data();
    String text = Utf8.decode(data, view.offset(), view.length());
    if (text != null && !(isAscii && Utf8.byteLength(text) != text.length())) {
      return PyStr.of(text);
    }
    String mode = mode(ctx, errors);
    if (mode.equals(KEEPING)) {
      return PyStr.of(Utf8.decodeKeeping(data, view.offset(), view.length()));
    }
    if (!mode.equals("ignore") && !mode.equals("replace")) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    String replacement = mode.equals("ignore") ? "" : "\ufffd";
    return PyStr.of(
        isAscii
            ? decodeAscii(view, replacement)
            : Utf8.decodeLenient(data, view.offset(), view.length(), replacement));
  }

  private static String mode(PyContext ctx, PyObject errors) {
    return errors == null || errors == PyNone.NONE ? "" : Args.toText(ctx, errors);
  }

  private static String decodeAscii(BufferView view, String replacement) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < view.length(); i++) {
      byte b = view.data()[view.offset() + i];
      if (b < 0) {
        out.append(replacement);
      } else {
        out.append((char) b);
      }
    }
    return out.toString();
  }

  /** {@code text.encode(encoding, errors)}; both may be null. */
  static byte[] encode(PyContext ctx, String text, PyObject encoding, PyObject errors) {
    boolean isAscii = isAscii(ctx, encoding);
    if (mode(ctx, errors).equals(KEEPING)) {
      return Utf8.encodeKept(text);
    }
    byte[] bytes = Utf8.encode(text);
    if (isAscii && bytes.length != text.length()) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    return bytes;
  }

  /**
   * Whether an encoding is ASCII and not UTF-8; LookupError for any other. For Pycopy there is only
   * UTF-8, whatever the name.
   */
  private static boolean isAscii(PyContext ctx, PyObject encoding) {
    if (encoding == null || ctx.profile.isPycopy()) {
      return false;
    }
    String name = Args.toText(ctx, encoding);
    switch (name) {
      case "utf-8":
      case "utf8":
        return false;
      case "ascii":
        return true;
      default:
        throw Errors.of(ctx, ExceptionTypes.LOOKUP_ERROR, "unknown encoding: " + name);
    }
  }

  // ---- bytes from objects ----

  /**
   * The bytes that {@code bytes(value)} and {@code bytearray(value)} hold; checks each item when
   * {@code isStrict}.
   */
  static byte[] collect(PyContext ctx, PyObject value, boolean isStrict) {
    PyObject source = Args.unwrap(value);
    if (Args.isInt(source)) {
      long count = Args.toLong(ctx, source);
      if (count < 0) {
        throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
      }
      return new byte[ctx.checkSize(count, 1)];
    }
    BufferView view = source.buffer();
    if (view != null) {
      return view.copy();
    }
    return items(ctx, value, isStrict);
  }

  /** The bytes that an iterable of ints gives. */
  static byte[] items(PyContext ctx, PyObject iterable, boolean isStrict) {
    PyObject[] items = Sequences.toArray(ctx, iterable);
    byte[] result = new byte[items.length];
    for (int i = 0; i < items.length; i++) {
      result[i] = toByte(ctx, items[i], isStrict);
    }
    return result;
  }

  /** The low byte of an int; ValueError beyond 0 to 255 when {@code isStrict}. */
  static byte toByte(PyContext ctx, PyObject value, boolean isStrict) {
    PyObject number = Args.toIntObject(ctx, value);
    long low = number instanceof PyInt i ? i.value : ((PyLong) number).longValue();
    if (isStrict && (!(number instanceof PyInt) || low < 0 || low > 255)) {
      throw Errors.valueError(ctx, "bytes value out of range");
    }
    return (byte) low;
  }

  // ---- slices ----

  /** The selected items, each {@code size} bytes, of data that begins at {@code offset}. */
  static byte[] slice(byte[] data, int offset, Slices range, int size) {
    byte[] result = new byte[range.count() * size];
    if (range.step() == 1) {
      System.arraycopy(data, offset + range.start() * size, result, 0, result.length);
      return result;
    }
    for (int i = 0; i < range.count(); i++) {
      int from = offset + (range.start() + i * range.step()) * size;
      System.arraycopy(data, from, result, i * size, size);
    }
    return result;
  }

  /** The first {@code length} bytes of an array {@code count} times in a row. */
  static byte[] repeat(byte[] data, int length, int count) {
    byte[] result = new byte[length * count];
    for (int i = 0; i < result.length; i += length) {
      System.arraycopy(data, 0, result, i, length);
    }
    return result;
  }
}
