package org.pykopi.bytecode;

import java.math.BigInteger;
import org.pykopi.util.FloatText;
import org.pykopi.util.IntText;
import org.pykopi.util.Utf8;

/**
 * Writes a module as a `.mpy` file:
 *
 * <pre>
 *   header     4d 06 00 bits    "M", version 6, no native code, bits of a small int
 *   counts     number number    of names, of constants
 *   names      number * 2 + 1   for a name of {@link StaticQstrs}
 *              length * 2 bytes 00
 *   constants  kind, then by kind: length bytes [00], or a tuple's count and items
 *   code       size * 8 + 4 if there are children, then the prelude and opcodes, then [count and children]
 * </pre>
 *
 * <p>Numbers are coded as in {@link ByteWriter#addUnsigned}; constant numbers are stored as text.
 */
public final class MpyWriter {
  static final int VERSION = 6;

  // Kinds of constants.
  static final int KIND_NONE = 1;
  static final int KIND_FALSE = 2;
  static final int KIND_TRUE = 3;
  static final int KIND_ELLIPSIS = 4;
  static final int KIND_STR = 5;
  static final int KIND_BYTES = 6;
  static final int KIND_INT = 7;
  static final int KIND_FLOAT = 8;
  static final int KIND_COMPLEX = 9;
  static final int KIND_TUPLE = 10;

  private final ByteWriter out = new ByteWriter();

  private MpyWriter() {}

  /** The file for a module's code. The bits are those the code was compiled for. */
  public static byte[] write(CodeObject module, int smallIntBits) {
    MpyWriter writer = new MpyWriter();
    writer.header(smallIntBits);
    writer.out.addUnsigned(module.names.length);
    writer.out.addUnsigned(module.constants.length);
    for (String name : module.names) {
      writer.name(name);
    }
    for (Object constant : module.constants) {
      writer.constant(constant);
    }
    writer.code(module);
    return writer.out.toBytes();
  }

  private void header(int smallIntBits) {
    out.add('M');
    out.add(VERSION);
    out.add(0);
    out.add(smallIntBits);
  }

  private void name(String name) {
    int number = StaticQstrs.numberOf(name);
    if (number != 0) {
      out.addUnsigned(number << 1 | 1);
      return;
    }
    byte[] bytes = Utf8.encode(name);
    out.addUnsigned(bytes.length << 1);
    out.add(bytes);
    out.add(0);
  }

  private void constant(Object value) {
    if (value instanceof String text) {
      sized(KIND_STR, Utf8.encode(text));
      out.add(0);
    } else if (value instanceof byte[] bytes) {
      sized(KIND_BYTES, bytes);
      out.add(0);
    } else if (value instanceof Double number) {
      text(KIND_FLOAT, FloatText.repr(number));
    } else if (value instanceof Long number) {
      text(KIND_INT, Long.toString(number));
    } else if (value instanceof BigInteger number) {
      StringBuilder digits = new StringBuilder();
      IntText.append(digits, number, 10);
      text(KIND_INT, digits.toString());
    } else if (value instanceof ComplexConstant number) {
      text(KIND_COMPLEX, ConstantText.complex(number));
    } else if (value instanceof Object[] items) {
      out.add(KIND_TUPLE);
      out.addUnsigned(items.length);
      for (Object item : items) {
        constant(item);
      }
    } else {
      out.add(
          switch ((Constant) value) {
            case NONE -> KIND_NONE;
            case FALSE -> KIND_FALSE;
            case TRUE -> KIND_TRUE;
            case ELLIPSIS -> KIND_ELLIPSIS;
          });
    }
  }

  private void text(int kind, String text) {
    sized(kind, Utf8.encode(text));
  }

  private void sized(int kind, byte[] bytes) {
    out.add(kind);
    out.addUnsigned(bytes.length);
    out.add(bytes);
  }

  private void code(CodeObject code) {
    byte[] data = data(code);
    CodeObject[] children = code.children;
    out.addUnsigned(data.length << 3 | (children.length > 0 ? 4 : 0));
    out.add(data);
    if (children.length > 0) {
      out.addUnsigned(children.length);
      for (CodeObject child : children) {
        code(child);
      }
    }
  }

  /** The prelude and the opcodes of one code object. */
  static byte[] data(CodeObject code) {
    ByteWriter data = new ByteWriter();
    PreludeCoder.write(data, code.prelude);
    data.add(code.bytecode);
    return data.toBytes();
  }
}
