package org.pykopi.machine;

import java.util.Arrays;
import org.pykopi.bytecode.ByteWriter;

/**
 * Writes x86-64 instructions, as the Intel manual (volume 2, chapters 2 to 5) encodes them. It is
 * run several times over the same instructions: a pass that measures notes where labels stand, the
 * last pass uses what was noted.
 *
 * <p>Where several encodings do the same, the choice is the reference's: 32 bits for every jump
 * forward, 8 or 32 for one backward; 8 or 32 for the distance of an address; {@code mov} with 32
 * bits for immediate values that need no more.
 */
final class X64Assembler {
  // Numbers of the registers as instructions hold them.
  static final int RAX = 0;
  static final int RCX = 1;
  static final int RDX = 2;
  static final int RBX = 3;
  static final int RSP = 4;
  static final int RBP = 5;
  static final int RSI = 6;
  static final int RDI = 7;
  static final int R12 = 12;
  static final int R13 = 13;

  // Operations with a register as source and one as target: op r/m64, r64.
  static final int ADD = 0x01;
  static final int OR = 0x09;
  static final int AND = 0x21;
  static final int SUB = 0x29;
  static final int XOR = 0x31;
  static final int CMP = 0x39;
  private static final int TEST = 0x85;
  private static final int MOV = 0x89;

  // Extensions of opcode 0xd3, shifts by CL.
  static final int SHL = 4;
  static final int SHR = 5;
  static final int SAR = 7;

  // Conditions of jumps and of setcc.
  static final int BELOW = 0x2;
  static final int ABOVE_OR_EQUAL = 0x3;
  static final int EQUAL = 0x4;
  static final int NOT_EQUAL = 0x5;
  static final int BELOW_OR_EQUAL = 0x6;
  static final int ABOVE = 0x7;
  static final int LESS = 0xc;
  static final int GREATER_OR_EQUAL = 0xd;
  static final int LESS_OR_EQUAL = 0xe;
  static final int GREATER = 0xf;

  private static final int REX = 0x40;
  private static final int REX_W = 0x48;
  private static final int WORD = 8;

  private ByteWriter code = new ByteWriter();
  private int[] labels = new int[16];
  private boolean isMeasuring;

  /** Starts a pass; the last one does not measure. */
  void startPass(boolean measures) {
    code = new ByteWriter();
    isMeasuring = measures;
    if (measures) {
      Arrays.fill(labels, -1);
    }
  }

  /** Offset of the next instruction. */
  int position() {
    return code.size();
  }

  byte[] toBytes() {
    return code.toBytes();
  }

  // ---- data ----

  void data8(int value) {
    code.add(value);
  }

  void data16(int value) {
    code.add(value);
    code.add(value >> 8);
  }

  private void data32(int value) {
    data16(value);
    data16(value >> 16);
  }

  void data64(long value) {
    data32((int) value);
    data32((int) (value >> 32));
  }

  // ---- parts of instructions ----

  /** The REX prefix: {@code reg} and {@code base} contribute their fourth bit. */
  private void rex(int start, int reg, int base) {
    code.add(start | reg >> 1 & 4 | base >> 3 & 1);
  }

  /** The prefix is left out when it would say nothing. */
  private void optionalRex(int reg, int base) {
    if (reg >= 8 || base >= 8) {
      rex(REX, reg, base);
    }
  }

  private void modRegister(int reg, int rm) {
    code.add(0xc0 | (reg & 7) << 3 | rm & 7);
  }

  /** An operand in memory; RSP and R12 as base need one more byte, RBP and R13 a distance. */
  private void modMemory(int reg, int base, int displacement) {
    boolean isNear = fits8(displacement);
    int mode = displacement == 0 && (base & 7) != RBP ? 0 : isNear ? 0x40 : 0x80;
    code.add(mode | (reg & 7) << 3 | base & 7);
    if ((base & 7) == RSP) {
      code.add(0x24);
    }
    if (mode == 0x40) {
      code.add(displacement);
    } else if (mode == 0x80) {
      data32(displacement);
    }
  }

  private static boolean fits8(int value) {
    return value >= -128 && value <= 127;
  }

  // ---- stack and moves ----

  void push(int register) {
    optionalRex(0, register);
    code.add(0x50 | register & 7);
  }

  void pop(int register) {
    optionalRex(0, register);
    code.add(0x58 | register & 7);
  }

  void ret() {
    code.add(0xc3);
  }

  void move(int target, int source) {
    operation(MOV, target, source);
  }

  /** {@code lea target, [base + displacement]}; just a move for distance 0. */
  void address(int target, int base, int displacement) {
    if (displacement == 0) {
      move(target, base);
      return;
    }
    rex(REX_W, target, base);
    code.add(0x8d);
    modMemory(target, base, displacement);
  }

  void load64(int target, int base, int displacement) {
    rex(REX_W, target, base);
    code.add(0x8b);
    modMemory(target, base, displacement);
  }

  void store64(int source, int base, int displacement) {
    rex(REX_W, source, base);
    code.add(0x89);
    modMemory(source, base, displacement);
  }

  /** Loads 1, 2 or 4 bytes; the rest of the register becomes 0. */
  void load(int size, int target, int base) {
    optionalRex(target, base);
    if (size < 4) {
      code.add(0x0f);
    }
    code.add(size == 4 ? 0x8b : size == 2 ? 0xb7 : 0xb6);
    modMemory(target, base, 0);
  }

  /**
   * Stores the lowest 1, 2 or 4 bytes; a single byte comes from one of the first four registers.
   */
  void store(int size, int source, int base) {
    if (size == 2) {
      code.add(0x66);
    }
    optionalRex(source, base);
    code.add(size == 1 ? 0x88 : 0x89);
    modMemory(source, base, 0);
  }

  /** In 5 or 6 bytes if the number is positive and has at most 32 bits, else in 10. */
  void moveImmediate(int target, long value) {
    if (value >>> 32 == 0) {
      moveImmediate32(target, (int) value);
    } else {
      rex(REX_W, 0, target);
      code.add(0xb8 | target & 7);
      data64(value);
    }
  }

  /** The offset of the number, 4 bytes, in the code. */
  int moveImmediate32(int target, int value) {
    optionalRex(0, target);
    code.add(0xb8 | target & 7);
    int position = position();
    data32(value);
    return position;
  }

  // ---- arithmetic ----

  /** {@code op target, source} with one of the operations above. */
  void operation(int opcode, int target, int source) {
    rex(REX_W, source, target);
    code.add(opcode);
    modRegister(source, target);
  }

  void clear(int register) {
    operation(XOR, register, register);
  }

  void multiply(int target, int source) {
    rex(REX_W, target, source);
    code.add(0x0f);
    code.add(0xaf);
    modRegister(target, source);
  }

  /** Shifts by the count in CL. */
  void shift(int extension, int target) {
    rex(REX_W, 0, target);
    code.add(0xd3);
    modRegister(extension, target);
  }

  void subtractImmediate(int target, int value) {
    boolean isByte = fits8(value);
    rex(REX_W, 0, target);
    code.add(isByte ? 0x83 : 0x81);
    modRegister(5, target);
    if (isByte) {
      code.add(value);
    } else {
      data32(value);
    }
  }

  /** Sets the lowest byte of a register to whether the condition holds. */
  void set(int condition, int register) {
    code.add(0x0f);
    code.add(0x90 | condition);
    modRegister(0, register);
  }

  // ---- labels and jumps ----

  void label(int label) {
    if (isMeasuring) {
      growLabels(label);
      labels[label] = position();
    }
  }

  private void growLabels(int label) {
    if (label >= labels.length) {
      int old = labels.length;
      labels = Arrays.copyOf(labels, Math.max(label + 1, old * 2));
      Arrays.fill(labels, old, labels.length, -1);
    }
  }

  private int offsetOf(int label) {
    return label < labels.length ? labels[label] : -1;
  }

  void jump(int label) {
    jump(label, 0xeb, -1, 0xe9);
  }

  void jumpIf(int condition, int label) {
    jump(label, 0x70 | condition, 0x0f, 0x80 | condition);
  }

  /** The long form may have a byte before the opcode, -1 for none. */
  private void jump(int label, int shortOpcode, int prefix, int longOpcode) {
    int target = offsetOf(label);
    int distance = target - position() - 2;
    if (target >= 0 && target < position() && fits8(distance)) {
      code.add(shortOpcode);
      code.add(distance);
      return;
    }
    if (prefix >= 0) {
      code.add(prefix);
    }
    code.add(longOpcode);
    data32(target - position() - 4);
  }

  void jumpTo(int register) {
    code.add(0xff);
    modRegister(4, register);
  }

  /** Whether the lowest byte, or all of the register, is zero. */
  void jumpIfZero(int register, int label, boolean isByte) {
    test(register, isByte);
    jumpIf(EQUAL, label);
  }

  void jumpIfNotZero(int register, int label, boolean isByte) {
    test(register, isByte);
    jumpIf(NOT_EQUAL, label);
  }

  private void test(int register, boolean isByte) {
    if (isByte) {
      code.add(0x84);
      modRegister(register, register);
    } else {
      operation(TEST, register, register);
    }
  }

  /** The address of a label, relative to the next instruction. */
  void addressOf(int target, int label) {
    rex(REX_W, target, 0);
    code.add(0x8d);
    code.add((target & 7) << 3 | RBP);
    data32(offsetOf(label) - position() - 4);
  }

  /** Calls the function whose address stands in that place of the table that RBP points to. */
  void call(RuntimeEntry function) {
    load64(RAX, RBP, function.ordinal() * WORD);
    code.add(0xff);
    modRegister(2, RAX);
  }
}
