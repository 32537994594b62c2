package org.pykopi.bytecode;

import org.pykopi.util.Utf8;

/**
 * Reads a `.mpy` file of Pycopy's version 5; {@link Mpy5Writer} tells the layout.
 *
 * <p>MicroPython 1.12 to 1.18 call their files version 5 too, with the same header and other
 * numbers for opcodes and names. They are refused when an opcode that Pycopy has not comes up.
 */
public final class Mpy5Reader extends Mpy5Blocks {
  /** The flags Pycopy's own machine wants: a file made with other ones is not for it. */
  private static final int MACHINE_FLAGS = Mpy5Writer.FLAG_CACHES_LOOKUPS | Mpy5Writer.FLAG_UNICODE;

  private static final int MAX_SMALL_INT_BITS = 63;

  private final byte[] file;
  private final NameWindow window = new NameWindow();

  private Mpy5Reader(byte[] file) {
    this.file = file;
    in = new ByteReader(file, 0, file.length);
  }

  /** The code of the module in a file that Pycopy's machine would run. */
  public static CodeObject read(byte[] file) {
    if (file.length < 4 || (file[2] & 3) != MACHINE_FLAGS) {
      throw new MpyFormatException(MpyReader.INCOMPATIBLE);
    }
    return readAny(file);
  }

  /** The code of the module in a file for whatever machine. */
  public static CodeObject readAny(byte[] file) {
    Mpy5Reader reader = new Mpy5Reader(file);
    reader.header();
    return reader.module(reader.block(0));
  }

  private void header() {
    boolean isGood =
        in.remaining() >= 5 && in.readByte() == 'M' && in.readByte() == Mpy5Writer.VERSION;
    int flags = isGood ? in.readByte() : 0;
    isGood = isGood && in.readByte() <= MAX_SMALL_INT_BITS && in.readUnsigned() <= NameWindow.SIZE;
    if (!isGood) {
      throw new MpyFormatException(MpyReader.INCOMPATIBLE);
    }
    if (flags >> 2 != 0) {
      throw new MpyFormatException("incompatible .mpy arch");
    }
    cachesLookups = (flags & Mpy5Writer.FLAG_CACHES_LOOKUPS) != 0;
  }

  // ---- blocks ----

  private Block block(int depth) {
    if (depth == MpyReader.MAX_DEPTH) {
      throw new MpyFormatException("functions nested too deeply in .mpy file");
    }
    int kindAndSize = in.readUnsigned();
    if ((kindAndSize & 3) != 0) {
      throw new MpyFormatException(MpyReader.INCOMPATIBLE);
    }
    Head head = head();
    byte[] code = instructions((kindAndSize >> 2) - head.sizeInMemory());
    int constantCount = in.readCount();
    int childCount = in.readCount();
    int[] prelude = new int[1 + head.arguments()];
    prelude[0] = head.name();
    for (int i = 1; i < prelude.length; i++) {
      prelude[i] = nameIndex(name());
    }
    int[] entries = new int[constantCount + childCount];
    for (int i = 0; i < constantCount; i++) {
      entries[i] = constants.size();
      constants.add(constant());
    }
    for (int i = 0; i < childCount; i++) {
      entries[constantCount + i] = ~i;
    }
    Block block = decode(head, code, prelude, entries, childCount);
    for (int i = 0; i < childCount; i++) {
      block.children().add(block(depth + 1));
    }
    return block;
  }

  // ---- names ----

  @Override
  String name() {
    int head = in.readUnsigned();
    String name;
    if (head == 0) {
      name = StaticQstrs.pycopyNameOf(in.readByte());
    } else if ((head & 1) != 0) {
      name = window.nameAt(head >> 1);
    } else {
      name = text(head >> 1);
      window.add(name);
    }
    if (name == null) {
      throw new MpyFormatException("bad name index in .mpy file");
    }
    return name;
  }

  private String text(int length) {
    int start = in.skip(length);
    String text = Utf8.decode(file, start, length);
    if (text == null) {
      throw new MpyFormatException("invalid UTF-8 in .mpy file");
    }
    return text;
  }

  // ---- constants ----

  private Object constant() {
    int kind = in.readByte();
    if (kind == 'e') {
      return Constant.ELLIPSIS;
    }
    int length = in.readUnsigned();
    switch (kind) {
      case 's':
        return text(length);
      case 'b':
        return in.readBytes(length);
      case 'i':
        return MpyReader.intOf(text(length));
      case 'f':
        return MpyReader.floatOf(text(length));
      case 'c':
        return MpyReader.complexOf(text(length));
      case 'g':
        return new GlobalConstant(text(length));
      default:
        throw new MpyFormatException("unknown kind of constant in .mpy file");
    }
  }
}
