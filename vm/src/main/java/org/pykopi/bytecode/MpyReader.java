package org.pykopi.bytecode;

import java.math.BigInteger;
import org.pykopi.util.FloatParser;
import org.pykopi.util.IntText;
import org.pykopi.util.RealFunctions;
import org.pykopi.util.Utf8;

/**
 * Reads a `.mpy` file; {@link MpyWriter} tells the layout. Anything wrong gives an {@link
 * MpyFormatException}: every read is checked against the end of the file, counts against what is
 * left of it, and the code by the {@link Verifier}.
 */
public final class MpyReader {
  static final String INCOMPATIBLE = "incompatible .mpy file";

  /** The VM's opcodes carry ints of up to 31 bits; larger ones have to be constants. */
  private static final int MAX_SMALL_INT_BITS = 31;

  private static final int SUB_VERSION = 3;

  /**
   * Functions in functions and tuples in tuples beyond any real program, but safe for the Java
   * stack.
   */
  static final int MAX_DEPTH = 100;

  private final byte[] file;
  private final ByteReader in;
  private ConstantPool pool;

  private MpyReader(byte[] file) {
    this.file = file;
    this.in = new ByteReader(file, 0, file.length);
  }

  /** The code of the module in the file. */
  public static CodeObject read(byte[] file) {
    MpyReader reader = new MpyReader(file);
    reader.header();
    reader.tables();
    CodeObject module = reader.code(0);
    Verifier.verify(module);
    return module;
  }

  private void header() {
    if (in.remaining() < 4) {
      throw new MpyFormatException(INCOMPATIBLE);
    }
    int magic = in.readByte();
    int version = in.readByte();
    int feature = in.readByte();
    int smallIntBits = in.readByte();
    int architecture = feature >> 2 & 0x2f;
    boolean isOtherNative = architecture != 0 && (feature & 3) != SUB_VERSION;
    if (magic != 'M'
        || version != MpyWriter.VERSION
        || isOtherNative
        || smallIntBits > MAX_SMALL_INT_BITS) {
      throw new MpyFormatException(INCOMPATIBLE);
    }
    if (architecture != 0) {
      throw new MpyFormatException("native code in .mpy unsupported");
    }
    if ((feature & 0x40) != 0) {
      throw new MpyFormatException(INCOMPATIBLE);
    }
  }

  private void tables() {
    int nameCount = in.readCount();
    int constantCount = in.readCount();
    String[] names = new String[nameCount];
    for (int i = 0; i < nameCount; i++) {
      names[i] = name();
    }
    Object[] constants = new Object[constantCount];
    for (int i = 0; i < constantCount; i++) {
      constants[i] = constant(0);
    }
    if (nameCount == 0) {
      throw new MpyFormatException("no source file name in .mpy file");
    }
    pool = new ConstantPool(names, constants);
  }

  private String name() {
    int number = in.readUnsigned();
    if ((number & 1) == 0) {
      return terminatedText(number >> 1);
    }
    String name = StaticQstrs.nameOf(number >> 1);
    if (name == null) {
      throw new MpyFormatException("unknown name number in .mpy file");
    }
    return name;
  }

  // ---- constants ----

  private Object constant(int depth) {
    int kind = in.readByte();
    switch (kind) {
      case MpyWriter.KIND_NONE:
        return Constant.NONE;
      case MpyWriter.KIND_FALSE:
        return Constant.FALSE;
      case MpyWriter.KIND_TRUE:
        return Constant.TRUE;
      case MpyWriter.KIND_ELLIPSIS:
        return Constant.ELLIPSIS;
      case MpyWriter.KIND_STR:
        return terminatedText(in.readUnsigned());
      case MpyWriter.KIND_BYTES:
        byte[] bytes = in.readBytes(in.readUnsigned());
        terminator();
        return bytes;
      case MpyWriter.KIND_TUPLE:
        return tuple(depth);
      case MpyWriter.KIND_INT:
        return intOf(text(in.readUnsigned()));
      case MpyWriter.KIND_FLOAT:
        return floatOf(text(in.readUnsigned()));
      case MpyWriter.KIND_COMPLEX:
        return complexOf(text(in.readUnsigned()));
      default:
        throw new MpyFormatException("unknown kind of constant in .mpy file");
    }
  }

  private Object[] tuple(int depth) {
    if (depth == MAX_DEPTH) {
      throw new MpyFormatException("tuple nested too deeply in .mpy file");
    }
    Object[] items = new Object[in.readCount()];
    for (int i = 0; i < items.length; i++) {
      items[i] = constant(depth + 1);
    }
    return items;
  }

  private String terminatedText(int length) {
    String text = text(length);
    terminator();
    return text;
  }

  private void terminator() {
    if (in.readByte() != 0) {
      throw new MpyFormatException("unterminated text in .mpy file");
    }
  }

  private String text(int length) {
    int start = in.skip(length);
    String text = Utf8.decode(file, start, length);
    if (text == null) {
      throw new MpyFormatException("invalid UTF-8 in .mpy file");
    }
    return text;
  }

  private static MpyFormatException badNumber() {
    return new MpyFormatException("malformed number in .mpy file");
  }

  static Object intOf(String text) {
    boolean isNegative = text.startsWith("-");
    String digits = isNegative ? text.substring(1) : text;
    if (digits.isEmpty()) {
      throw badNumber();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        throw badNumber();
      }
    }
    BigInteger value = IntText.parse(digits, 10);
    if (isNegative) {
      value = value.negate();
    }
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  static double floatOf(String text) {
    boolean isNegative = text.startsWith("-");
    double value = unsignedFloat(isNegative ? text.substring(1) : text);
    return isNegative ? RealFunctions.negate(value) : value;
  }

  private static double unsignedFloat(String digits) {
    if (digits.equals("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (digits.equals("nan")) {
      return Double.NaN;
    }
    if (digits.isEmpty() || FloatParser.scan(digits, 0) != digits.length()) {
      throw badNumber();
    }
    return FloatParser.parse(digits);
  }

  /** {@code 2j} or {@code (1+2j)}. */
  static ComplexConstant complexOf(String text) {
    boolean hasReal = text.startsWith("(") && text.endsWith("j)");
    if (!hasReal) {
      if (!text.endsWith("j")) {
        throw badNumber();
      }
      return new ComplexConstant(0, floatOf(text.substring(0, text.length() - 1)));
    }
    int split = text.length() - 3;
    while (split > 1 && !isSignAt(text, split)) {
      split--;
    }
    if (split <= 1) {
      throw badNumber();
    }
    double real = floatOf(text.substring(1, split));
    int imaginaryStart = text.charAt(split) == '+' ? split + 1 : split;
    return new ComplexConstant(real, floatOf(text.substring(imaginaryStart, text.length() - 2)));
  }

  private static boolean isSignAt(String text, int index) {
    char c = text.charAt(index);
    return (c == '+' || c == '-') && text.charAt(index - 1) != 'e';
  }

  // ---- code ----

  private CodeObject code(int depth) {
    if (depth == MAX_DEPTH) {
      throw new MpyFormatException("functions nested too deeply in .mpy file");
    }
    int head = in.readUnsigned();
    if ((head & 3) != 0) {
      throw new MpyFormatException(INCOMPATIBLE);
    }
    int size = head >> 3;
    int start = in.skip(size);
    ByteReader data = new ByteReader(file, start, start + size);
    Prelude prelude = PreludeCoder.read(data);
    for (int index : prelude.nameIndexes()) {
      if (index >= pool.names().length) {
        throw new MpyFormatException("bad name index in .mpy file");
      }
    }
    byte[] bytecode = data.readBytes(data.remaining());
    CodeObject[] children = new CodeObject[(head & 4) != 0 ? in.readCount() : 0];
    for (int i = 0; i < children.length; i++) {
      children[i] = code(depth + 1);
    }
    return new CodeObject(pool, prelude, bytecode, children, CodeObject.Emitter.BYTECODE);
  }
}
