package org.pykopi.cli;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * {@code termios}: the modes of the terminal that this process runs in, as on Linux. {@code stty
 * -g} writes them as numbers in hexadecimal, with colons between: input, output, control and local
 * modes, then the special characters. Other files than the three standard streams are no terminals
 * here; a page has no module of that name.
 */
final class TermiosModule {
  private static final int ENOTTY = 25;

  /** Input, output, control, local modes, before the special characters. */
  private static final int FLAGS = 4;

  private static final int CONTROL = 2;

  /** Items of what tcgetattr gives: the flags, two speeds, the special characters. */
  private static final int ITEMS = 7;

  /** The bits of the speed among the control modes. */
  private static final int SPEED_MASK = 0x100f;

  /** Among the special characters: a time and a number of bytes. */
  private static final int VTIME = 5;

  private static final int VMIN = 6;

  /** What setraw() clears among the input modes: BRKINT, INPCK, ISTRIP, ICRNL, IXON. */
  private static final int COOKED_INPUT = 0x532;

  /** What setraw() sets and clears among the control modes: CS8; PARENB. */
  private static final int EIGHT_BITS = 0x30;

  private static final int PARITY = 0x100;

  private final Terminal terminal;

  private TermiosModule(Terminal terminal) {
    this.terminal = terminal;
  }

  static PyModule create(Terminal terminal) {
    TermiosModule module = new TermiosModule(terminal);
    return new ModuleTable("termios")
        .fn1("tcgetattr", module::tcgetattr)
        .fn("tcsetattr", 3, 3, module::tcsetattr)
        .fn1("setraw", module::setraw)
        .constant("TCSANOW", PyInt.of(0))
        .constant("B9600", PyInt.of(13))
        .constant("B57600", PyInt.of(0x1001))
        .constant("B115200", PyInt.of(0x1002))
        .build();
  }

  /**
   * tcgetattr(file) -> list: input, output, control and local modes, speed of input and output, the
   * special characters; OSError for what is no terminal.
   */
  private PyObject tcgetattr(PyContext ctx, PyObject file) {
    checkFile(ctx, file);
    PyList attributes = attributes(ctx, terminal.modes());
    if (attributes == null) {
      throw noTerminal(ctx);
    }
    return attributes;
  }

  /** tcsetattr(file, when, attributes): sets what tcgetattr gave, at once. */
  private PyObject tcsetattr(PyContext ctx, PyObject[] args, int at, int nargs) {
    checkFile(ctx, args[at]);
    Args.toInt(ctx, args[at + 1]);
    set(ctx, modes(ctx, args[at + 2]));
    return PyNone.NONE;
  }

  /** setraw(file): has the terminal pass on every byte as it is. */
  private PyObject setraw(PyContext ctx, PyObject file) {
    checkFile(ctx, file);
    set(ctx, raw(terminal.modes()));
    return PyNone.NONE;
  }

  private void set(PyContext ctx, String modes) {
    ctx.host.console().flush();
    if (!terminal.setModes(modes)) {
      throw noTerminal(ctx);
    }
  }

  private static void checkFile(PyContext ctx, PyObject file) {
    int number = Args.toInt(ctx, file);
    if (number < 0 || number > 2 || !Terminal.isTerminal(number)) {
      throw noTerminal(ctx);
    }
  }

  private static RuntimeException noTerminal(PyContext ctx) {
    return Errors.osError(ctx, ENOTTY);
  }

  /** The text of stty as tcgetattr gives it; null for another text. */
  static PyList attributes(PyContext ctx, String modes) {
    long[] numbers = numbers(modes);
    if (numbers.length <= FLAGS + VMIN) {
      return null;
    }
    PyList attributes = new PyList();
    for (int i = 0; i < FLAGS; i++) {
      attributes.append(ctx, PyInt.of(numbers[i]));
    }
    PyObject speed = PyInt.of(numbers[CONTROL] & SPEED_MASK);
    attributes.append(ctx, speed);
    attributes.append(ctx, speed);
    PyList characters = new PyList();
    for (int i = FLAGS; i < numbers.length; i++) {
      boolean isNumber = i == FLAGS + VMIN || i == FLAGS + VTIME;
      characters.append(
          ctx, isNumber ? PyInt.of(numbers[i]) : PyBytes.of(new byte[] {(byte) numbers[i]}));
    }
    attributes.append(ctx, characters);
    return attributes;
  }

  /** The numbers in a text of stty; none when it has another form, as on other systems. */
  private static long[] numbers(String modes) {
    String[] fields = modes == null ? new String[0] : modes.split(":");
    long[] numbers = new long[fields.length];
    try {
      for (int i = 0; i < fields.length; i++) {
        numbers[i] = Long.parseLong(fields[i], 16);
      }
    } catch (NumberFormatException e) {
      return new long[0];
    }
    return numbers;
  }

  /** The same modes without signals, translations, echo and lines, in the form of stty. */
  static String raw(String modes) {
    long[] numbers = numbers(modes);
    if (numbers.length <= FLAGS + VMIN) {
      return "";
    }
    numbers[0] &= ~COOKED_INPUT;
    numbers[1] = 0;
    numbers[CONTROL] = numbers[CONTROL] & ~PARITY | EIGHT_BITS;
    numbers[FLAGS - 1] = 0;
    numbers[FLAGS + VMIN] = 1;
    numbers[FLAGS + VTIME] = 0;
    return text(numbers);
  }

  private static String text(long[] numbers) {
    StringBuilder text = new StringBuilder();
    for (long number : numbers) {
      text.append(text.isEmpty() ? "" : ":").append(Long.toHexString(number));
    }
    return text.toString();
  }

  /** The text for stty; ValueError for a list of another form. */
  static String modes(PyContext ctx, PyObject attributes) {
    boolean isGood =
        attributes instanceof PyList list
            && list.length(ctx) == ITEMS
            && list.get(ITEMS - 1) instanceof PyList characters
            && characters.length(ctx) > VMIN;
    if (!isGood) {
      throw Errors.valueError(ctx, "what tcgetattr() gave expected");
    }
    PyList list = (PyList) attributes;
    PyList characters = (PyList) list.get(ITEMS - 1);
    long[] numbers = new long[FLAGS + characters.length(ctx)];
    for (int i = 0; i < FLAGS; i++) {
      numbers[i] = Args.toLong(ctx, list.get(i)) & 0xffffffffL;
    }
    long speed = Args.toLong(ctx, list.get(FLAGS + 1)) & SPEED_MASK;
    numbers[CONTROL] = numbers[CONTROL] & ~SPEED_MASK | speed;
    for (int i = FLAGS; i < numbers.length; i++) {
      PyObject item = characters.get(i - FLAGS);
      numbers[i] = (item instanceof PyInt n ? n.value : firstByte(ctx, item)) & 0xff;
    }
    return text(numbers);
  }

  private static int firstByte(PyContext ctx, PyObject item) {
    byte[] bytes = Args.toBuffer(ctx, item).copy();
    return bytes.length == 0 ? 0 : bytes[0];
  }
}
