package org.pykopi.bytecode;

import java.util.Arrays;

/**
 * Turns the recorded instructions of one scope into bytes: chooses the sizes of jumps, encodes
 * operands and the line table.
 *
 * <p>A jump takes two or three bytes, depending on a distance that depends on the sizes of other
 * jumps. It starts with three for all and measures again and again until nothing shrinks any more.
 * The reference does the same in the same steps, so the result is the same even where a smaller one
 * exists.
 *
 * <p>The same recording can also be encoded as Pycopy's version 5: {@link #version5}.
 */
public final class Assembler {
  /** Marks in place of an opcode. */
  static final int LABEL = -1;

  static final int LINE = -2;
  private static final int TRACE_LINE = -3;

  static final int NO_EXTRA = -1;

  // The recorded items: opcode or mark, operand (for jumps and LABEL: the label), extra byte.
  int[] ops = new int[64];
  long[] operands = new long[64];
  int[] extras = new int[64];
  int count;

  private int[] labelOffsets;
  private boolean knowsLabels;
  private ByteWriter code;
  private LineEncoder lines;
  private LineEncoder traceLines;
  private boolean hasOverflow;

  /** Forgets what is recorded. */
  public void clear() {
    count = 0;
  }

  // ---- recording ----

  /** For a jump the operand is the label. */
  public void instruction(int op, long operand) {
    record(op, operand, NO_EXTRA);
  }

  /** The same with an extra byte. */
  public void instruction(int op, long operand, int extra) {
    record(op, operand, extra);
  }

  /** The label stands before the next instruction. */
  public void label(int label) {
    record(LABEL, label, NO_EXTRA);
  }

  /** The following instructions belong to the line. */
  public void line(int number) {
    record(LINE, number, NO_EXTRA);
  }

  /** As {@link #line}, but only for {@link #traceLineTable}. */
  public void traceLine(int number) {
    record(TRACE_LINE, number, NO_EXTRA);
  }

  private void record(int op, long operand, int extra) {
    if (count == ops.length) {
      ops = Arrays.copyOf(ops, count * 2);
      operands = Arrays.copyOf(operands, count * 2);
      extras = Arrays.copyOf(extras, count * 2);
    }
    ops[count] = op;
    operands[count] = operand;
    extras[count++] = extra;
  }

  // ---- assembling ----

  /**
   * Fills {@link #bytecode} and {@link #lineTable}. Gives false when a jump is too far for the
   * format.
   */
  public boolean assemble(int labelCount) {
    labelOffsets = new int[labelCount];
    knowsLabels = false;
    pass();
    knowsLabels = true;
    pass();
    int codeSize;
    int lineSize;
    do {
      codeSize = code.size();
      lineSize = lines.out.size();
      pass();
    } while (code.size() != codeSize || lines.out.size() != lineSize);
    return !hasOverflow;
  }

  /** The opcodes. */
  public byte[] bytecode() {
    return code.toBytes();
  }

  /** The steps of the {@link LineTable}. */
  public byte[] lineTable() {
    return lines.out.toBytes();
  }

  /** The line table with the lines of {@link #traceLine} too. */
  public byte[] traceLineTable() {
    return traceLines.out.toBytes();
  }

  /**
   * The recording in the coding of version 5. The constants of a function are numbered from {@code
   * argumentCount}.
   */
  public Mpy5Code version5(int labelCount, int argumentCount, boolean cachesLookups) {
    return new Mpy5Assembler(this, labelCount, argumentCount, cachesLookups).assemble();
  }

  private void pass() {
    code = new ByteWriter();
    lines = new LineEncoder();
    traceLines = new LineEncoder();
    hasOverflow = false;
    for (int i = 0; i < count; i++) {
      int op = ops[i];
      if (op == LABEL) {
        labelOffsets[(int) operands[i]] = code.size();
      } else if (op == LINE || op == TRACE_LINE) {
        traceLines.encode((int) operands[i], code.size());
        if (op == LINE) {
          lines.encode((int) operands[i], code.size());
        }
      } else {
        encode(op, operands[i]);
        if (extras[i] != NO_EXTRA) {
          code.add(extras[i]);
        }
      }
    }
  }

  private void encode(int op, long operand) {
    switch (Opcode.form(op)) {
      case NONE -> code.add(op);
      case INT -> {
        code.add(op);
        code.addSigned(operand);
      }
      case JUMP, JUMP_BYTE -> encodeJump(op, (int) operand, 0x40);
      case FORWARD -> encodeJump(op, (int) operand, 0);
      default -> {
        code.add(op);
        code.addUnsigned((int) operand);
      }
    }
  }

  /** The distance counts from the end of the distance; a signed one has the bias added. */
  private void encodeJump(int op, int label, int bias) {
    int distance = knowsLabels ? labelOffsets[label] - code.size() - 2 + bias : -1;
    code.add(op);
    if (knowsLabels && distance >= 0 && distance < 0x80) {
      code.add(distance);
      return;
    }
    distance += (bias << 8) - bias - 1;
    hasOverflow |= distance < 0 || distance > 0x7fff;
    code.add(0x80 | distance & 0x7f);
    code.add(distance >> 7);
  }

  /** Writes the steps of a line table: see {@link LineTable}. */
  static final class LineEncoder {
    final ByteWriter out = new ByteWriter();
    private int start;
    private int line = 1;

    void encode(int number, int offset) {
      int moreLines = number - line;
      if (moreLines <= 0) {
        return;
      }
      int moreBytes = offset - start;
      line = number;
      start = offset;
      while (moreBytes > 0 || moreLines > 0) {
        int stepBytes;
        int stepLines;
        if (moreLines <= 6 || moreBytes > 0xf) {
          stepBytes = Math.min(moreBytes, 0x1f);
          stepLines = stepBytes < moreBytes ? 0 : Math.min(moreLines, 3);
          out.add(stepLines << 5 | stepBytes);
        } else {
          stepBytes = moreBytes;
          stepLines = Math.min(moreLines, 0x7ff);
          out.add(0x80 | stepLines >> 4 & 0x70 | stepBytes);
          out.add(stepLines);
        }
        moreBytes -= stepBytes;
        moreLines -= stepLines;
      }
    }
  }
}
