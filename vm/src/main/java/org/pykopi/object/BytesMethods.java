package org.pykopi.object;

/**
 * Constructors and own methods of {@code bytes} and {@code bytearray}; the others are in {@link
 * TextMethods}.
 */
final class BytesMethods {
  private BytesMethods() {}

  static PyType bytesTable() {
    return table("bytes")
        .constructor(BytesMethods::makeBytes)
        .fn2("fromhex", BytesMethods::fromHex)
        .classMethod("fromhex")
        .build();
  }

  static PyType byteArrayTable() {
    return table("bytearray")
        .constructor(BytesMethods::makeByteArray)
        .fn2("fromhex", BytesMethods::fromHex)
        .classMethod("fromhex")
        .fn2("append", BytesMethods::append)
        .fn2("extend", BytesMethods::extend)
        .build();
  }

  private static TypeTable table(String name) {
    return TextMethods.addTo(new TypeTable(name))
        .fn("decode", 1, 3, BytesMethods::decode)
        .fn("hex", 1, 2, BytesMethods::hex);
  }

  // ---- constructors ----

  /**
   * bytes(source=b"", encoding=None, errors=None) -> bytes: of a size, of ints, of a buffer or of
   * an encoded str.
   */
  private static PyObject makeBytes(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.refuseKeywords(ctx, nkw);
    Args.checkCount(ctx, nargs, 0, 0, 3);
    if (nargs == 1 && args[at] instanceof PyBytes) {
      return args[at];
    }
    return nargs == 0 ? PyBytes.EMPTY : PyBytes.of(construct(ctx, args, at, nargs, true));
  }

  /** bytearray(source=b"", encoding=None, errors=None) -> bytearray: see bytes. */
  private static PyObject makeByteArray(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 3);
    ctx.checkHeap();
    return new PyByteArray(nargs == 0 ? new byte[0] : construct(ctx, args, at, nargs, false));
  }

  private static byte[] construct(
      PyContext ctx, PyObject[] args, int at, int nargs, boolean isStrict) {
    if (Args.unwrap(args[at]) instanceof PyStr s) {
      if (nargs < 2 && (isStrict || !ctx.profile.isPycopy())) {
        throw Errors.typeError(
            ctx,
            ctx.profile.isPycopy()
                ? "wrong number of arguments"
                : "string argument without an encoding");
      }
      return ByteText.encode(
          ctx, s.value(), nargs > 1 ? args[at + 1] : null, nargs > 2 ? args[at + 2] : null);
    }
    if (nargs > 1) {
      throw Errors.typeError(ctx, "wrong number of arguments");
    }
    return ByteText.collect(ctx, args[at], isStrict);
  }

  // ---- what the types ask ----

  /** The bytes of an object with the buffer protocol; null for anything else. */
  static CharSequence charsOf(PyObject value) {
    BufferView view = value instanceof PyInstance ? null : value.buffer();
    return view == null ? null : new ByteSequence(view.data(), view.offset(), view.length());
  }

  /** {@code item in bytes}: one byte, or several in a row. */
  static boolean contains(PyContext ctx, PyText self, PyObject item) {
    CharSequence wanted;
    if (Args.isInt(item)) {
      long value = item instanceof PyLong ? -1 : Args.toInt(ctx, item);
      if (value < 0 || value > 255) {
        return false;
      }
      wanted = String.valueOf((char) value);
    } else {
      wanted = charsOf(Args.unwrap(item));
      if (wanted == null) {
        throw self.cannotConvert(ctx, item);
      }
    }
    CharSequence chars = self.chars();
    return TextSearch.indexOf(chars, wanted, 0, chars.length()) >= 0;
  }

  /** The bytes to assign to a slice: of a buffer or of ints. */
  static BufferView source(PyContext ctx, PyObject value) {
    BufferView view = value.buffer();
    if (view != null) {
      return view;
    }
    byte[] bytes = ByteText.items(ctx, value, false);
    return new BufferView(bytes, 0, bytes.length, 'B', true);
  }

  // ---- methods ----

  private static PyText self(PyContext ctx, PyObject value) {
    PyObject object = Args.unwrap(value);
    if (object instanceof PyText text && !(object instanceof PyStr)) {
      return text;
    }
    throw Errors.wrongSelf(ctx, "bytes", value);
  }

  private static PyByteArray array(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyByteArray array) {
      return array;
    }
    throw Errors.wrongSelf(ctx, "bytearray", value);
  }

  /** decode(encoding="utf-8", errors="strict") -> str: the text that the bytes are. */
  private static PyObject decode(PyContext ctx, PyObject[] args, int at, int nargs) {
    return ByteText.decode(
        ctx,
        self(ctx, args[at]).buffer(),
        nargs > 1 ? args[at + 1] : null,
        nargs > 2 ? args[at + 2] : null);
  }

  /** hex([sep]) -> str: two digits for each byte. */
  private static PyObject hex(PyContext ctx, PyObject[] args, int at, int nargs) {
    return ByteText.hex(ctx, self(ctx, args[at]).buffer(), nargs > 1 ? args[at + 1] : null);
  }

  /** fromhex(text) -> bytes: the bytes that hexadecimal digits show. */
  private static PyObject fromHex(PyContext ctx, PyObject type, PyObject text) {
    byte[] bytes = ByteText.fromHex(ctx, Args.toText(ctx, text));
    return type instanceof PyType t && t.isSubclassOf(PyByteArray.TYPE)
        ? new PyByteArray(bytes)
        : PyBytes.of(bytes);
  }

  /** append(byte): adds one byte at the end. */
  private static PyObject append(PyContext ctx, PyObject self, PyObject value) {
    array(ctx, self).append(ctx, ByteText.toByte(ctx, value, false));
    return PyNone.NONE;
  }

  /** extend(iterable): adds the bytes of a buffer, or ints, at the end. */
  private static PyObject extend(PyContext ctx, PyObject self, PyObject source) {
    array(ctx, self).insert(ctx, source(ctx, source));
    return PyNone.NONE;
  }
}
