package org.pykopi.serial.repl;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.LittleEndian;
import org.pykopi.serial.port.PortException;

/**
 * Calls the functions of {@link BoardProgram} and reads the blocks they answer with. The program is
 * sent when it is first needed, and again after the board has forgotten it.
 */
final class BoardLink {
  /** How data is written in program text. */
  enum Encoding {
    /** Bytes as they are. */
    PLAIN,
    BASE64,
    /** For boards without {@code binascii}. */
    ESCAPED
  }

  /** Takes the blocks of an answer. */
  interface Blocks {
    void take(int type, byte[] data) throws DeviceException;
  }

  private static final int LOAD_ATTEMPTS = 4;
  private static final int LOAD_MILLIS = 10_000;
  private static final int SILENCE_MILLIS = 10_000;
  private static final int LEAST_WINDOW = 8;

  final RawRepl repl;
  private final boolean isTextOnly;
  private boolean isLoaded;
  private boolean isHexadecimal;
  private Encoding encoding = Encoding.PLAIN;
  private BoardFacts facts;

  /**
   * @param isTextOnly the line carries ASCII only, both ways
   */
  BoardLink(RawRepl repl, boolean isTextOnly) {
    this.repl = repl;
    this.isTextOnly = isTextOnly;
  }

  // ---- the program ----

  /** Sends the program unless the board has it; again when that failed. */
  private void load() throws DeviceException {
    for (int attempt = 1; !isLoaded; attempt++) {
      try {
        loadOnce();
      } catch (PortException | NoPromptException e) {
        throw e;
      } catch (DeviceException e) {
        if (attempt == LOAD_ATTEMPTS) {
          throw e;
        }
        repl.log().warn(e.getMessage() + "; trying again");
      }
    }
  }

  private void loadOnce() throws DeviceException {
    String step = "prepare the board";
    repl.execute(BoardProgram.SOURCE, step, LOAD_MILLIS);
    if (isTextOnly) {
      repl.execute(BoardProgram.NAME + ".x=True", step, LOAD_MILLIS);
    }
    isHexadecimal = repl.evaluate(BoardProgram.NAME + ".x", LOAD_MILLIS).equals("True");
    Bytes text = new Bytes(256);
    exchange(ReplText.bytes(BoardProgram.NAME + ".i()"), step, (type, data) -> text.add(data));
    facts = BoardFacts.parse(ReplText.text(text.toArray()));
    isLoaded = true;
    if (!isTextOnly && takesAllBytes()) {
      encoding = Encoding.PLAIN;
    } else {
      encoding = facts.hasChecksum() ? Encoding.BASE64 : Encoding.ESCAPED;
    }
  }

  /** Whether a literal with bytes as they are arrives as it was sent. */
  private boolean takesAllBytes() throws DeviceException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    Bytes program = new Bytes(320);
    program.add("print(bytes(range(256))==");
    PythonText.addBytes(program, all, 0, all.length);
    program.add(")");
    Bytes output = new Bytes(16);
    ProgramWatcher watcher =
        new ProgramWatcher() {
          @Override
          public void output(byte[] data, int offset, int length) {
            output.add(data, offset, length);
          }
        };
    try {
      String error = repl.run(program.toArray(), watcher, LOAD_MILLIS);
      return error.isEmpty() && ReplText.text(output.toArray()).strip().equals("True");
    } catch (PortException e) {
      throw e;
    } catch (DeviceException e) {
      // The prompt of aiorepl, for one, reads characters and fails at other bytes.
      repl.log().warn(e.getMessage() + "; sending text only");
      return false;
    }
  }

  BoardFacts facts() throws DeviceException {
    load();
    return facts;
  }

  /** The board was reset, or another one is there. */
  void forget() {
    isLoaded = false;
  }

  /**
   * Uses only what is certain to arrive, after errors that plain data or raw paste may have caused.
   */
  void beCareful() {
    if (facts != null && encoding != Encoding.PLAIN) {
      repl.avoidRawPaste();
    }
    if (facts != null && encoding == Encoding.PLAIN) {
      encoding = facts.hasChecksum() ? Encoding.BASE64 : Encoding.ESCAPED;
      repl.log().warn("bytes were changed on the way; sending text only from now on");
    }
  }

  /** Has the board wait at the raw prompt. */
  void idle() throws DeviceException {
    if (!repl.isReady()) {
      repl.enter();
    }
  }

  // ---- calls ----

  /** Calls a function, with its arguments as Python source; the first block it answers. */
  byte[] call(String call, String step) throws DeviceException {
    Bytes answer = new Bytes(64);
    call(ReplText.bytes(call), step, (type, data) -> answer.add(data));
    return answer.toArray();
  }

  /** Calls a function; when the board has forgotten the program, sends it and calls again. */
  void call(byte[] call, String step, Blocks blocks) throws DeviceException {
    load();
    Bytes program = new Bytes(call.length + 16);
    program.add(BoardProgram.NAME + ".");
    program.add(call);
    try {
      exchange(program.toArray(), step, blocks);
    } catch (PythonException e) {
      if (!e.typeName().equals("NameError")) {
        throw e;
      }
      forget();
      load();
      exchange(program.toArray(), step, blocks);
    }
  }

  /** The call of {@code w}: data for a place of the open file, packed when that pays. */
  byte[] writeCall(long at, byte[] source, int from, int count) {
    byte[] packed = facts.hasChecksum() && facts.hasDeflate() ? deflate(source, from, count) : null;
    byte[] data = packed == null ? source : packed;
    int offset = packed == null ? from : 0;
    int length = packed == null ? count : packed.length;
    Bytes out = new Bytes(length + length / 8 + 64);
    out.add("w(" + at + "," + (crc32(data, offset, length) & 0xffffffffL) + ",");
    switch (encoding) {
      case PLAIN -> PythonText.addBytes(out, data, offset, length);
      case ESCAPED -> PythonText.addEscapedBytes(out, data, offset, length);
      case BASE64 -> {
        out.add(BoardProgram.NAME + ".a.a2b_base64(");
        PythonText.addBase64(out, data, offset, length);
        out.add(")");
      }
    }
    out.add(packed == null ? ")" : "," + windowBits(count) + ")");
    return out.toArray();
  }

  /** A raw deflate stream; null when it is not much shorter, because the board works for it. */
  private static byte[] deflate(byte[] data, int offset, int length) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(data, offset, length);
    deflater.finish();
    byte[] out = new byte[length * 3 / 4];
    int count = deflater.deflate(out);
    boolean isAll = deflater.finished();
    deflater.end();
    return isAll ? Arrays.copyOf(out, count) : null;
  }

  /** So that the board's window, as a power of two, holds a whole piece and no more. */
  private static int windowBits(int length) {
    return Math.max(LEAST_WINDOW, 32 - Integer.numberOfLeadingZeros(length - 1));
  }

  static int crc32(byte[] data, int offset, int length) {
    return crc32(0, data, offset, length);
  }

  /** The CRC-32 of bytes behind others that have {@code before}. */
  private static int crc32(int before, byte[] data, int offset, int length) {
    int crc = ~before;
    for (int i = offset; i < offset + length; i++) {
      crc ^= data[i] & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc >>> 1 ^ (0xedb88320 & -(crc & 1));
      }
    }
    return ~crc;
  }

  /** Runs a program and reads blocks up to the end of its output. */
  private void exchange(byte[] program, String step, Blocks blocks) throws DeviceException {
    repl.begin(program, step);
    while (true) {
      int type = read(step);
      if (type == ReplText.CTRL_D) {
        break;
      }
      // Anything else was printed by something that runs in the background.
      int kind = type & ~BoardProgram.SUMMED;
      if (kind == BoardProgram.DATA || kind == BoardProgram.CHECK) {
        blocks.take(kind, block(type, step));
      }
    }
    String traceback = repl.end(step);
    if (!traceback.isEmpty()) {
      throw new PythonException(step, traceback);
    }
  }

  /** The contents of a block behind its type. */
  private byte[] block(int type, String step) throws DeviceException {
    byte[] head = {(byte) type, 0, 0};
    byte[] size = new byte[2];
    readFully(size, step);
    System.arraycopy(size, 0, head, 1, size.length);
    byte[] data = new byte[LittleEndian.half(size, 0)];
    readFully(data, step);
    if (type >= BoardProgram.SUMMED) {
      byte[] sum = new byte[4];
      readFully(sum, step);
      int own = crc32(crc32(0, head, 0, head.length), data, 0, data.length);
      if (own != LittleEndian.word(sum, 0)) {
        throw new DeviceException(
            step, "what the board sent was damaged on its way", "Check the cable and try again");
      }
    }
    return data;
  }

  private int read(String step) throws DeviceException {
    int c = repl.line.read(Deadline.in(repl.clock(), SILENCE_MILLIS));
    if (isHexadecimal && c != ReplText.CTRL_D && c != ReplLine.NOTHING) {
      int low = repl.line.read(Deadline.in(repl.clock(), SILENCE_MILLIS));
      int value = Character.digit(c, 16) << 4 | Character.digit(low, 16);
      return value < 0 ? read(step) : value;
    }
    if (c == ReplLine.NOTHING) {
      throw stopped(step);
    }
    return c;
  }

  private void readFully(byte[] target, String step) throws DeviceException {
    if (isHexadecimal) {
      for (int i = 0; i < target.length; i++) {
        target[i] = (byte) read(step);
      }
    } else if (repl.line.readFully(target, Deadline.in(repl.clock(), SILENCE_MILLIS))
        < target.length) {
      throw stopped(step);
    }
  }

  private DeviceException stopped(String step) {
    return new DeviceException(
        step,
        "the board stopped answering; its last bytes are "
            + DeviceException.describe(repl.line.lastBytes()),
        "Try again; a bad cable or hub loses bytes");
  }
}
