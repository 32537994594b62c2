package org.pykopi.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.util.Utf8;

/**
 * Reads a `.mpy` file of Pycopy's version 5; {@link Mpy5Writer} tells the layout. The code is
 * translated to what the machine runs ({@link Mpy5Decoder}) and kept as it is too. Anything wrong
 * gives an {@link MpyFormatException}.
 *
 * <p>MicroPython 1.12 to 1.18 call their files version 5 too, with the same header and other
 * numbers for opcodes and names. They are refused when an opcode that Pycopy has not comes up.
 */
public final class Mpy5Reader {
  /** The flags Pycopy's own machine wants: a file made with other ones is not for it. */
  private static final int MACHINE_FLAGS = Mpy5Writer.FLAG_CACHES_LOOKUPS | Mpy5Writer.FLAG_UNICODE;

  private static final int MAX_SMALL_INT_BITS = 63;

  private final byte[] file;
  private final ByteReader in;
  private final NameWindow window = new NameWindow();
  private boolean cachesLookups;

  // The tables of the module, which grow while its blocks are read. Name 0 is the source file.
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> nameIndexes = new HashMap<>();
  private final List<Object> constants = new ArrayList<>();

  /** One block; its code object can only be made when the tables are complete. */
  private record Block(Prelude prelude, Mpy5Code code, byte[] bytecode, List<Block> children) {}

  private Mpy5Reader(byte[] file) {
    this.file = file;
    this.in = new ByteReader(file, 0, file.length);
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
    Block block = reader.block(0);
    ConstantPool pool =
        new ConstantPool(reader.names.toArray(new String[0]), reader.constants.toArray());
    CodeObject module = link(block, pool);
    Verifier.verify(module);
    return module;
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

  /** Makes the code objects, inner ones first. */
  private static CodeObject link(Block block, ConstantPool pool) {
    CodeObject[] children = new CodeObject[block.children.size()];
    for (int i = 0; i < children.length; i++) {
      children[i] = link(block.children.get(i), pool);
    }
    CodeObject code =
        new CodeObject(pool, block.prelude, block.bytecode, children, CodeObject.Emitter.BYTECODE);
    code.version5 = block.code;
    return code;
  }

  // ---- blocks ----

  private Block block(int depth) {
    if (depth == MpyReader.MAX_DEPTH) {
      throw new MpyFormatException("functions nested too deeply in .mpy file");
    }
    int head = in.readUnsigned();
    if ((head & 3) != 0) {
      throw new MpyFormatException(MpyReader.INCOMPATIBLE);
    }
    int start = in.position();
    PreludeCoder.Start sizes = PreludeCoder.readStart(in);
    int size = (head >> 2) - (in.position() - start) - sizes.infoSize() - sizes.cellCount();
    String simpleName = name();
    setSourceFile(name());
    LineTable lines = lines(sizes.infoSize() - 4);
    int[] cells = PreludeCoder.readCells(in, sizes.cellCount());
    byte[] code = instructions(size);
    int constantCount = in.readCount();
    int childCount = in.readCount();
    Signature signature = sizes.signature();
    int arguments = signature.positionalArgs() + signature.keywordOnlyArgs();
    int[] prelude = new int[1 + arguments];
    prelude[0] = nameIndex(simpleName);
    for (int i = 0; i < arguments; i++) {
      prelude[1 + i] = nameIndex(name());
    }
    int[] used = new int[constantCount];
    for (int i = 0; i < constantCount; i++) {
      used[i] = constants.size();
      constants.add(constant());
    }
    Mpy5Code version5 = new Mpy5Code(code, lines, used, cachesLookups);
    Mpy5Decoder decoder = new Mpy5Decoder(version5, arguments, childCount, constants);
    decoder.decode();
    Prelude own = new Prelude(signature, prelude, decoder.lines(), cells);
    List<Block> children = new ArrayList<>();
    for (int i = 0; i < childCount; i++) {
      children.add(block(depth + 1));
    }
    return new Block(own, version5, decoder.bytecode(), children);
  }

  private void setSourceFile(String name) {
    if (names.isEmpty()) {
      names.add(name);
      nameIndexes.put(name, 0);
    }
  }

  private LineTable lines(int size) {
    if (size < 1) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
    LineTable lines = new LineTable(in.readBytes(size - 1));
    if (in.readByte() != 0) {
      throw new MpyFormatException("bad line table in .mpy file");
    }
    return lines;
  }

  // ---- names ----

  private String name() {
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

  private int nameIndex(String name) {
    Integer index = nameIndexes.get(name);
    if (index == null) {
      index = names.size();
      if (index > 0xffff) {
        throw new MpyFormatException("too many names in .mpy file");
      }
      names.add(name);
      nameIndexes.put(name, index);
    }
    return index;
  }

  private String text(int length) {
    int start = in.skip(length);
    String text = Utf8.decode(file, start, length);
    if (text == null) {
      throw new MpyFormatException("invalid UTF-8 in .mpy file");
    }
    return text;
  }

  // ---- instructions ----

  /** As many instructions as take that many bytes in memory, where a name takes two. */
  private byte[] instructions(int size) {
    ByteWriter code = new ByteWriter();
    while (code.size() < size) {
      instruction(code);
    }
    if (code.size() != size || size == 0) {
      throw Verifier.bad("end of code", size);
    }
    return code.toBytes();
  }

  private void instruction(ByteWriter code) {
    int pc = code.size();
    int b = in.readByte();
    if (Opcode5.isMicropython(b)) {
      throw new MpyFormatException("incompatible .mpy file: of MicroPython, not of Pycopy");
    }
    int op = Opcode5.toOpcode(b);
    if (op < 0) {
      throw Verifier.bad("no instruction", pc);
    }
    code.add(b);
    switch (Opcode.form(op)) {
      case NAME -> {
        int index = nameIndex(name());
        code.add(index);
        code.add(index >> 8);
        copy(code, cachesLookups && Opcode5.isCached(op) ? 1 : 0);
      }
      case NONE -> {
        if (b == Opcode5.RAISE) {
          int count = in.readByte();
          if (count > 2) {
            throw Verifier.bad("raise", pc);
          }
          code.add(count);
        }
      }
      case JUMP, FORWARD -> copy(code, 2);
      case JUMP_BYTE -> copy(code, 3);
      default -> {
        copyNumber(code, Opcode.form(op) == Opcode.Form.INT ? 9 : 5);
        copy(code, Opcode.form(op) == Opcode.Form.CHILD_BYTE ? 1 : 0);
      }
    }
  }

  private void copy(ByteWriter code, int count) {
    for (int i = 0; i < count; i++) {
      code.add(in.readByte());
    }
  }

  private void copyNumber(ByteWriter code, int limit) {
    int pc = code.size() - 1;
    int left = limit;
    int b;
    do {
      if (left-- == 0) {
        throw Verifier.bad("number", pc);
      }
      b = in.readByte();
      code.add(b);
    } while (b >= 0x80);
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
