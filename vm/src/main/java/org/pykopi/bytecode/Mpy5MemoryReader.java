package org.pykopi.bytecode;

/**
 * Reads code of version 5 as it lies in the memory of Pycopy's machine, where names are numbers of
 * 16 bits and the constants are words, such as {@code micropython.function} takes it.
 */
public final class Mpy5MemoryReader extends Mpy5Blocks {
  private final MachineWords words;

  private Mpy5MemoryReader(MachineWords words) {
    this.words = words;
    cachesLookups = true;
  }

  /** The code of a function; what is wrong with it gives an {@link MpyFormatException}. */
  public static CodeObject read(MachineWords.Function function, MachineWords words) {
    Mpy5MemoryReader reader = new Mpy5MemoryReader(words);
    return reader.module(reader.block(function, 0));
  }

  private Block block(MachineWords.Function function, int depth) {
    if (depth == MpyReader.MAX_DEPTH) {
      throw new MpyFormatException("functions nested too deeply");
    }
    long[] table = function.table();
    in = new ByteReader(function.code(), 0, function.code().length);
    Head head = head();
    byte[] code = instructions(in.remaining());
    int arguments = head.arguments();
    if (arguments > table.length) {
      throw new MpyFormatException("table too short for the arguments");
    }
    int[] prelude = new int[1 + arguments];
    prelude[0] = head.name();
    for (int i = 0; i < arguments; i++) {
      if (!(words.constant(table[i]) instanceof String name)) {
        throw new MpyFormatException("name of argument expected");
      }
      prelude[1 + i] = nameIndex(name);
    }
    Opcode.Form[] uses = findUses(code, table.length);
    int[] entries = new int[table.length - arguments];
    int childCount = 0;
    for (int i = 0; i < entries.length; i++) {
      Opcode.Form use = uses[arguments + i];
      if (use == Opcode.Form.CHILD) {
        entries[i] = ~childCount++;
      } else {
        entries[i] = constants.size();
        constants.add(use == null ? Constant.NONE : words.constant(table[arguments + i]));
      }
    }
    Block block = decode(head, code, prelude, entries, childCount);
    for (int i = arguments; i < table.length; i++) {
      if (uses[i] == Opcode.Form.CHILD) {
        block.children().add(block(words.functionAt(table[i]), depth + 1));
      }
    }
    return block;
  }

  /**
   * Whether each entry of the table is a CONSTANT, a CHILD, or null for one that no instruction
   * uses: the table may be longer than it needs to be.
   */
  private Opcode.Form[] findUses(byte[] code, int count) {
    Opcode.Form[] uses = new Opcode.Form[count];
    LineTable noLines = new LineTable(new byte[0]);
    Instruction5 instruction =
        new Instruction5(new Mpy5Code(code, noLines, new int[0], cachesLookups));
    for (int pc = 0; pc < code.length; pc = instruction.next) {
      instruction.read(pc);
      Opcode.Form form = Opcode.form(instruction.op);
      boolean isUse = form == Opcode.Form.CONSTANT;
      if (form == Opcode.Form.CHILD || form == Opcode.Form.CHILD_BYTE) {
        form = Opcode.Form.CHILD;
        isUse = true;
      }
      if (isUse && instruction.operand >= 0 && instruction.operand < count) {
        uses[instruction.operand] = form;
      }
    }
    return uses;
  }

  /** A name of a block is two bytes. */
  @Override
  String name() {
    String name = words.nameAt(in.readByte() | in.readByte() << 8);
    if (name == null) {
      throw new MpyFormatException("no name has that number");
    }
    return name;
  }
}
