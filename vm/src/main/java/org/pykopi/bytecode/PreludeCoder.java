package org.pykopi.bytecode;

/**
 * Reads and writes what stands before the opcodes of a code object:
 *
 * <pre>
 *   signature   1 byte  xSSSSEAA, then while x is set: xFSSKAED, each bringing the next higher bits
 *               S stateSize - 1, E exceptionStackSize, F scopeFlags, A positionalArgs, K keywordOnlyArgs,
 *               D defaultPositionalArgs; the lowest bits come first
 *   sizes       bytes   xIIIIIIC: I bytes of names and lines, C number of cells
 *   names       numbers simple name, one per argument
 *   lines       bytes   up to I
 *   cells       1 byte  each, a local
 * </pre>
 */
public final class PreludeCoder {
  private PreludeCoder() {}

  // ---- writing ----

  /** Writes what comes before the names and lines. */
  public static void writeStart(ByteWriter out, Prelude prelude, int infoSize) {
    writeSignature(out, prelude.signature());
    writeSizes(out, infoSize, prelude.cells().length);
  }

  static void write(ByteWriter out, Prelude prelude) {
    ByteWriter info = new ByteWriter();
    for (int index : prelude.nameIndexes()) {
      info.addUnsigned(index);
    }
    info.add(prelude.lines().encoded());
    writeStart(out, prelude, info.size());
    out.add(info.toBytes());
    for (int local : prelude.cells()) {
      out.add(local);
    }
  }

  private static void writeSignature(ByteWriter out, Signature signature) {
    int state = signature.stateSize() - 1;
    int exception = signature.exceptionStackSize();
    int flags = signature.scopeFlags();
    int positional = signature.positionalArgs();
    int keyword = signature.keywordOnlyArgs();
    int defaults = signature.defaultPositionalArgs();
    int b = (state & 0xf) << 3 | (exception & 1) << 2 | positional & 3;
    state >>= 4;
    exception >>= 1;
    positional >>= 2;
    while ((state | exception | flags | positional | keyword | defaults) != 0) {
      out.add(0x80 | b);
      b =
          (flags & 1) << 6
              | (state & 3) << 4
              | (keyword & 1) << 3
              | (positional & 1) << 2
              | (exception & 1) << 1
              | defaults & 1;
      state >>= 2;
      exception >>= 1;
      flags >>= 1;
      positional >>= 1;
      keyword >>= 1;
      defaults >>= 1;
    }
    out.add(b);
  }

  private static void writeSizes(ByteWriter out, int info, int cells) {
    int moreInfo = info;
    int moreCells = cells;
    do {
      int b = (moreInfo & 0x3f) << 1 | moreCells & 1;
      moreInfo >>= 6;
      moreCells >>= 1;
      out.add((moreInfo | moreCells) != 0 ? 0x80 | b : b);
    } while ((moreInfo | moreCells) != 0);
  }

  // ---- reading ----

  /** What comes before the names and lines. */
  record Start(Signature signature, int infoSize, int cellCount) {}

  /** Reads up to the names. */
  static Start readStart(ByteReader in) {
    Signature signature = readSignature(in);
    long infoSize = 0;
    int cellCount = 0;
    int b;
    int round = 0;
    do {
      b = in.readByte();
      checkRound(round);
      cellCount |= (b & 1) << round;
      infoSize |= (long) (b >> 1 & 0x3f) << 6 * Math.min(round, 9);
      round++;
    } while (b >= 0x80);
    int names = 1 + signature.positionalArgs() + signature.keywordOnlyArgs();
    if (infoSize > in.remaining() || cellCount > in.remaining() || names > in.remaining()) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
    return new Start(signature, (int) infoSize, cellCount);
  }

  /** Reads up to the first opcode. Name indexes are not checked here. */
  static Prelude read(ByteReader in) {
    Start start = readStart(in);
    Signature signature = start.signature;
    int names = 1 + signature.positionalArgs() + signature.keywordOnlyArgs();
    int infoStart = in.position();
    if (start.infoSize < names) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
    int[] nameIndexes = new int[names];
    for (int i = 0; i < names; i++) {
      nameIndexes[i] = in.readUnsigned();
    }
    LineTable lines = new LineTable(in.readBytes(start.infoSize - (in.position() - infoStart)));
    return new Prelude(signature, nameIndexes, lines, readCells(in, start.cellCount));
  }

  /** Reads the locals that are cells. */
  static int[] readCells(ByteReader in, int count) {
    if (count > in.remaining()) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
    int[] cells = new int[count];
    for (int i = 0; i < count; i++) {
      cells[i] = in.readByte();
    }
    return cells;
  }

  private static Signature readSignature(ByteReader in) {
    int b = in.readByte();
    int state = b >> 3 & 0xf;
    int exception = b >> 2 & 1;
    int flags = 0;
    int positional = b & 3;
    int keyword = 0;
    int defaults = 0;
    for (int round = 0; b >= 0x80; round++) {
      b = in.readByte();
      checkRound(round);
      state |= (b >> 4 & 3) << 4 + 2 * round;
      exception |= (b >> 1 & 1) << 1 + round;
      flags |= (b >> 6 & 1) << round;
      positional |= (b >> 2 & 1) << 2 + round;
      keyword |= (b >> 3 & 1) << round;
      defaults |= (b & 1) << round;
    }
    return new Signature(state + 1, exception, flags, positional, keyword, defaults);
  }

  /** Keeps all numbers within 31 bits. */
  private static void checkRound(int round) {
    if (round > 12) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
  }
}
