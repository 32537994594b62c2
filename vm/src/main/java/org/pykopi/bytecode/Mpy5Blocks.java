package org.pykopi.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the readers of Pycopy's code of version 5 share, from a file and from memory: the tables of
 * the module that they fill, and the way through the instructions, which differ in how names are
 * written. The code is translated to what the machine runs ({@link Mpy5Decoder}) and kept as it is
 * too. Anything wrong gives an {@link MpyFormatException}.
 */
abstract class Mpy5Blocks {
  /** The bytes being read; in memory each block has its own. */
  ByteReader in;

  boolean cachesLookups;

  // The tables of the module, which grow while its blocks are read. Name 0 is the source file.
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> nameIndexes = new HashMap<>();
  final List<Object> constants = new ArrayList<>();

  /** One block; its code object can only be made when the tables are complete. */
  record Block(Prelude prelude, Mpy5Code code, byte[] bytecode, List<Block> children) {}

  /** Reads a name. */
  abstract String name();

  /** The code object of the module with that block, checked. */
  final CodeObject module(Block block) {
    ConstantPool pool = new ConstantPool(names.toArray(new String[0]), constants.toArray());
    CodeObject module = link(block, pool);
    Verifier.verify(module);
    return module;
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

  /**
   * What stands before the instructions of a block.
   *
   * @param startSize how many bytes come before the names
   * @param name index of its name
   */
  record Head(PreludeCoder.Start start, int startSize, int name, LineTable lines, int[] cells) {
    int arguments() {
      Signature signature = start.signature();
      return signature.positionalArgs() + signature.keywordOnlyArgs();
    }

    /** How many bytes it takes in memory, where a name has two. */
    int sizeInMemory() {
      return startSize + start.infoSize() + start.cellCount();
    }
  }

  final Head head() {
    int from = in.position();
    PreludeCoder.Start start = PreludeCoder.readStart(in);
    int startSize = in.position() - from;
    String simpleName = name();
    setSourceFile(name());
    LineTable lines = lines(start.infoSize() - 4);
    int[] cells = PreludeCoder.readCells(in, start.cellCount());
    return new Head(start, startSize, nameIndex(simpleName), lines, cells);
  }

  /**
   * Translates a block.
   *
   * @param code its instructions as in memory
   * @param names indexes of its name and those of its arguments
   * @param entries what its table has after the arguments: indexes of constants, {@code ~i} for the
   *     child {@code i}
   * @return the block; its children are still to be added
   */
  final Block decode(Head head, byte[] code, int[] names, int[] entries, int childCount) {
    int[] used = new int[entries.length - childCount];
    int count = 0;
    for (int entry : entries) {
      if (entry >= 0) {
        used[count++] = entry;
      }
    }
    Mpy5Code version5 = new Mpy5Code(code, head.lines, used, cachesLookups);
    Mpy5Decoder decoder = new Mpy5Decoder(version5, head.arguments(), entries, constants);
    decoder.decode();
    Prelude own = new Prelude(head.start.signature(), names, decoder.lines(), head.cells);
    return new Block(own, version5, decoder.bytecode(), new ArrayList<>());
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

  final int nameIndex(String name) {
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

  // ---- instructions ----

  /** As many instructions as take that many bytes in memory, where a name takes two. */
  final byte[] instructions(int size) {
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
}
