package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.Signature;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Checksum;

/** {@code binascii}: bytes as hexadecimal or base-64 text and back, and their checksum. */
public final class BinasciiModule {
  private BinasciiModule() {}

  private static final String HEX = "0123456789abcdef";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("binascii")
        .fn("hexlify", 1, 2, BinasciiModule::hexlify)
        .fn1("unhexlify", BinasciiModule::unhexlify)
        .fn1("a2b_base64", BinasciiModule::a2b_base64)
        .fnKw("b2a_base64", Signature.of("data", "/", "newline=True"), BinasciiModule::b2a_base64)
        .fn("crc32", 1, 2, BinasciiModule::crc32)
        .build();
  }

  /** hexlify(data[, separator]) -> bytes: two digits for each byte. */
  private static PyObject hexlify(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toBuffer(ctx, args[at]);
    int separator = -1;
    if (nargs == 2) {
      BufferView text = args[at + 1].buffer();
      if (text == null) {
        Args.toText(ctx, args[at + 1]);
      }
      separator = text.length() == 0 ? 0 : text.data()[text.offset()];
    }
    ByteBuilder out = new ByteBuilder(view.length() * 3);
    for (int i = 0; i < view.length(); i++) {
      if (i > 0 && separator >= 0) {
        out.add(separator);
      }
      int b = view.data()[view.offset() + i] & 0xff;
      out.add(HEX.charAt(b >> 4));
      out.add(HEX.charAt(b & 15));
    }
    return PyBytes.of(out.toArray());
  }

  /** unhexlify(text) -> bytes: the bytes of digits; space between the pairs is skipped. */
  private static PyObject unhexlify(PyContext ctx, PyObject text) {
    BufferView view = Args.toBuffer(ctx, text);
    if (ctx.profile.isPycopy() && view.length() % 2 != 0) {
      throw Errors.valueError(ctx, "odd-length string");
    }
    ByteBuilder out = new ByteBuilder(view.length() / 2);
    int i = 0;
    while (i < view.length()) {
      if (isSpace(at(view, i))) {
        i++;
        continue;
      }
      int high = digit(at(view, i));
      int low = i + 1 < view.length() ? digit(at(view, i + 1)) : -1;
      if (high < 0 || low < 0) {
        throw Errors.valueError(
            ctx, ctx.profile.isPycopy() ? "non-hex digit found" : "non-hex digit");
      }
      out.add(high << 4 | low);
      i += 2;
    }
    return PyBytes.of(out.toArray());
  }

  private static int at(BufferView view, int i) {
    return view.data()[view.offset() + i];
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static int digit(int c) {
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : HEX.indexOf(c);
  }

  /** a2b_base64(text) -> bytes: the bytes of base-64 text; other characters are skipped. */
  private static PyObject a2b_base64(PyContext ctx, PyObject text) {
    BufferView view = Args.toBuffer(ctx, text);
    ByteBuilder out = new ByteBuilder(view.length() * 3 / 4 + 1);
    int bits = 0;
    int count = 0;
    boolean hadPad = false;
    for (int i = 0; i < view.length(); i++) {
      int c = at(view, i);
      if (c == '=') {
        if (count == 2 || (count == 4 && hadPad)) {
          count = 0;
          break;
        }
        hadPad = true;
      }
      int value = c < 0 ? -1 : BASE64.indexOf(c);
      if (value < 0) {
        continue;
      }
      hadPad = false;
      bits = bits << 6 | value;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out.add(bits >> count);
      }
    }
    if (count != 0) {
      throw Errors.valueError(ctx, "incorrect padding");
    }
    return PyBytes.of(out.toArray());
  }

  /** b2a_base64(data, *, newline=True) -> bytes: base-64 text. */
  private static PyObject b2a_base64(PyContext ctx, PyObject[] args) {
    BufferView view = Args.toBuffer(ctx, args[0]);
    ByteBuilder out = new ByteBuilder((view.length() + 2) / 3 * 4 + 1);
    for (int i = 0; i < view.length(); i += 3) {
      int rest = view.length() - i;
      int bits = (at(view, i) & 0xff) << 16;
      bits |= rest > 1 ? (at(view, i + 1) & 0xff) << 8 : 0;
      bits |= rest > 2 ? at(view, i + 2) & 0xff : 0;
      out.add(BASE64.charAt(bits >> 18));
      out.add(BASE64.charAt(bits >> 12 & 63));
      out.add(rest > 1 ? BASE64.charAt(bits >> 6 & 63) : '=');
      out.add(rest > 2 ? BASE64.charAt(bits & 63) : '=');
    }
    if (args[1].isTrue(ctx)) {
      out.add('\n');
    }
    return PyBytes.of(out.toArray());
  }

  /** crc32(data, start=0) -> int: the CRC-32 checksum, going on from an earlier one. */
  private static PyObject crc32(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toBuffer(ctx, args[at]);
    int start = nargs > 1 ? Args.toBigInteger(ctx, args[at + 1]).intValue() : 0;
    int crc = Checksum.crc32(start, view.data(), view.offset(), view.length());
    return PyInt.of(crc & 0xffffffffL);
  }
}
