package org.pykopi.module;

import org.pykopi.host.board.Board;
import org.pykopi.host.board.BoardUart;
import org.pykopi.object.Args;
import org.pykopi.object.Background;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code machine.UART}: a serial line of the board; there is one object for each. */
final class PyUart extends PyStream implements Background {
  private static final int IRQ_RX = 1;
  private static final int IRQ_BREAK = 2;
  private static final int IRQ_RX_IDLE = 0x1000;
  private static final int ALLOWED_IRQ = IRQ_RX | IRQ_BREAK | IRQ_RX_IDLE;
  private static final int ALL_INVERSIONS = 1 << 2 | 1 << 3 | 1 << 5 | 1 << 6;
  private static final int ALL_FLOW = 3;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long SHORTEST_IDLE = 500_000;
  private static final int NO_PIN = -1;

  /** Pins to send and receive of each line, unless the program names others. */
  private static final int[][] PINS = {{1, 3}, {10, 9}, {17, 16}};

  private static final String[] INVERSIONS = {"INV_CTS", "INV_RX", "INV_RTS", "INV_TX"};
  private static final int[] INVERSION_BITS = {1 << 3, 1 << 2, 1 << 6, 1 << 5};

  private static final Signature INIT =
      Signature.of(
          "self",
          "/",
          "baudrate=0",
          "bits=0",
          "parity=",
          "stop=0",
          "*",
          "tx=",
          "rx=",
          "rts=",
          "cts=",
          "txbuf=-1",
          "rxbuf=-1",
          "timeout=-1",
          "timeout_char=-1",
          "invert=-1",
          "flow=-1");
  private static final Signature IRQ =
      Signature.of("self", "/", "handler=None", "trigger=0", "hard=False");

  static final PyType TYPE =
      new TypeTable("UART")
          .constructor(PyUart::make)
          .fnKw("init", INIT, PyUart::init)
          .fn1("deinit", PyUart::deinit)
          .fn1("flush", StreamMethods::flush)
          .fn("read", 1, 2, PyUart::read)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn("readinto", 2, 3, PyUart::readinto)
          .fn("write", 2, 4, StreamMethods::write)
          .fn1("any", PyUart::any)
          .fn1("txdone", PyUart::txdone)
          .fn1("sendbreak", PyUart::sendbreak)
          .fnKw("irq", IRQ, PyUart::irq)
          .constant("INV_TX", PyInt.of(1 << 5))
          .constant("INV_RX", PyInt.of(1 << 2))
          .constant("INV_RTS", PyInt.of(1 << 6))
          .constant("INV_CTS", PyInt.of(1 << 3))
          .constant("RTS", PyInt.of(1))
          .constant("CTS", PyInt.of(2))
          .constant("IRQ_RX", PyInt.of(IRQ_RX))
          .constant("IRQ_RXIDLE", PyInt.of(IRQ_RX_IDLE))
          .constant("IRQ_BREAK", PyInt.of(IRQ_BREAK))
          .build();

  private final BoardUart uart;
  private int baudRate = 115200;
  private int bits = 8;
  private PyObject parity = PyNone.NONE;
  private int stop = 1;

  /** Numbers of the pins to send, receive, and for RTS and CTS. */
  private final int[] pins = new int[4];

  private int sendBuffer = 256;
  private int receiveBuffer = 256;
  private int timeout;
  private int byteTimeout;
  private int inversion;
  private int flow;
  private PyObject handler = PyNone.NONE;
  private int trigger;
  private int flags;

  /** Bytes that were there when the handler was last called for them. */
  private int seen;

  /** When the line counts as idle, {@link #NEVER} while nothing new has come. */
  private long idleAt = NEVER;

  /** Up to when arrivals have been looked at. */
  private long lastLook;

  private PyUart(BoardUart uart) {
    this.uart = uart;
    pins[0] = PINS[uart.number][0];
    pins[1] = PINS[uart.number][1];
    pins[2] = NO_PIN;
    pins[3] = NO_PIN;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** UART(id, baudrate=115200, bits=8, parity=None, stop=1, *, ...) -> UART: a serial line. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 0) {
      Args.checkCount(ctx, nargs, 0, 1, -1);
    }
    int id = Args.toInt(ctx, args[at]);
    if (id < 0 || id >= Board.UART_COUNT) {
      throw Errors.valueError(ctx, "UART(" + id + ") does not exist");
    }
    MachineState state = MachineState.of(ctx);
    PyUart uart = state.uarts[id];
    if (uart == null) {
      uart = new PyUart(state.board.uart(id));
    }
    uart.configure(ctx, INIT.bind(ctx, args, at, nargs, nkw));
    state.uarts[id] = uart;
    return uart;
  }

  private static PyUart self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyUart uart) {
      return uart;
    }
    throw Errors.wrongSelf(ctx, "UART", value);
  }

  // ---- set up ----

  /** init(baudrate, bits, parity, stop, *, tx, rx, rts, cts, ...): sets what is given. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    self(ctx, bound[0]).configure(ctx, bound);
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    setFrame(ctx, bound);
    for (int i = 0; i < pins.length; i++) {
      PyObject wanted = bound[5 + i];
      if (wanted != null) {
        boolean isNone = wanted instanceof PyInt number && number.value == NO_PIN;
        pins[i] = isNone ? NO_PIN : PyPin.of(ctx, wanted).pin.number;
      }
    }
    sendBuffer = or(ctx, bound[9], sendBuffer);
    receiveBuffer = or(ctx, bound[10], receiveBuffer);
    timeout = or(ctx, bound[11], timeout);
    byteTimeout = or(ctx, bound[12], byteTimeout);
    int newInversion = Args.toInt(ctx, bound[13]);
    if (newInversion != -1 && (newInversion & ~ALL_INVERSIONS) != 0) {
      throw Errors.valueError(ctx, "invalid inversion mask");
    }
    inversion = newInversion == -1 ? inversion : newInversion;
    int newFlow = Args.toInt(ctx, bound[14]);
    if (newFlow != -1 && (newFlow & ~ALL_FLOW) != 0) {
      throw Errors.valueError(ctx, "invalid flow control mask");
    }
    flow = newFlow == -1 ? flow : newFlow;
    uart.setCapacity(receiveBuffer);
    uart.setSpeed(baudRate, 1 + bits + (parity == PyNone.NONE ? 0 : 1) + stop);
    uart.discard();
    seen = 0;
  }

  private static int or(PyContext ctx, PyObject given, int before) {
    int value = Args.toInt(ctx, given);
    return value < 0 ? before : value;
  }

  private void setFrame(PyContext ctx, PyObject[] bound) {
    int newRate = Args.toInt(ctx, bound[1]);
    int newBits = Args.toInt(ctx, bound[2]);
    int newStop = Args.toInt(ctx, bound[4]);
    if (newBits != 0 && (newBits < 5 || newBits > 8)) {
      throw Errors.valueError(ctx, "invalid data bits");
    }
    if (newStop != 0 && newStop != 1 && newStop != 2) {
      throw Errors.valueError(ctx, "invalid stop bits");
    }
    if (bound[3] != null) {
      parity = bound[3] == PyNone.NONE ? PyNone.NONE : PyInt.of(Args.toInt(ctx, bound[3]) & 1);
    }
    baudRate = newRate > 0 ? newRate : baudRate;
    bits = newBits == 0 ? bits : newBits;
    stop = newStop == 0 ? stop : newStop;
  }

  /** deinit(): ends the use of the line. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    PyUart uart = self(ctx, self);
    uart.uart.discard();
    uart.setHandler(ctx, PyNone.NONE, 0);
    return PyNone.NONE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("UART(").append(uart.number).append(", baudrate=").append(baudRate);
    out.append(", bits=").append(bits).append(", parity=");
    parity.repr(ctx, out);
    out.append(", stop=").append(stop).append(", tx=").append(pins[0]).append(", rx=");
    out.append(pins[1]).append(", rts=").append(pins[2]).append(", cts=").append(pins[3]);
    out.append(", txbuf=").append(sendBuffer).append(", rxbuf=").append(receiveBuffer);
    out.append(", timeout=").append(timeout).append(", timeout_char=").append(byteTimeout);
    out.append(", irq=").append(trigger);
    String separator = ", invert=";
    for (int i = INVERSIONS.length - 1; i >= 0; i--) {
      if ((inversion & INVERSION_BITS[i]) != 0) {
        out.append(separator).append(INVERSIONS[i]);
        separator = "|";
      }
    }
    if (flow != 0) {
      out.append(", flow=").append(flow == 1 ? "RTS" : flow == 2 ? "CTS" : "RTS|CTS");
    }
    out.append(')');
  }

  // ---- the stream ----

  private static long now(PyContext ctx) {
    return ctx.host.clock().elapsedNanos();
  }

  /** Waits for the first byte as long as the time limit says, and for each further one. */
  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    long limit = now(ctx) + timeout * NANOS_PER_MILLI;
    int count = 0;
    while (count < length) {
      int part = uart.read(target, offset + count, length - count, now(ctx));
      if (part > 0) {
        count += part;
        limit = now(ctx) + Math.max(byteTimeout * NANOS_PER_MILLI, 2 * uart.nanosPerByte());
        if (byteTimeout == 0) {
          limit = Math.min(limit, uart.nextArrival(now(ctx)) - 1);
        }
        continue;
      }
      long rest = limit - now(ctx);
      if (rest <= 0) {
        break;
      }
      TimeModule.sleepNanos(ctx, Math.min(rest, waitForByte(ctx)));
    }
    seen = Math.max(0, seen - count);
    return count == 0 && length > 0 ? WOULD_BLOCK : count;
  }

  /** How long the next byte may take; what comes from outside is looked for now and then. */
  private long waitForByte(PyContext ctx) {
    long next = uart.nextArrival(now(ctx));
    return next == BoardUart.NEVER ? NANOS_PER_MILLI : Math.max(1000, next - now(ctx));
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    byte[] data = new byte[length];
    System.arraycopy(source, offset, data, 0, length);
    uart.send(data, now(ctx));
    return length;
  }

  @Override
  public void flush(PyContext ctx) {
    MachineState.of(ctx).pauseUntil(uart.sentUntil());
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    if (request == IOCTL_POLL) {
      int ready = POLL_WRITE | (uart.available(now(ctx)) > 0 ? POLL_READ : 0);
      return argument & ready;
    }
    return super.ioctl(ctx, request, argument);
  }

  /** read([size]) -> bytes or None: what has come, up to that many bytes. */
  private static PyObject read(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyUart uart = self(ctx, args[at]);
    if (nargs == 1 || args[at + 1] == PyNone.NONE || Args.toInt(ctx, args[at + 1]) < 0) {
      return Streams.readAll(ctx, uart);
    }
    int size = Args.toInt(ctx, args[at + 1]);
    return Streams.readOnce(ctx, uart, ctx.checkSize(size, 1));
  }

  /** readinto(buffer[, size]) -> int or None: fills the buffer with what has come. */
  private static PyObject readinto(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toWritableBuffer(ctx, args[at + 1]);
    int length = view.length();
    if (nargs == 3) {
      length = Math.max(0, Math.min(length, Args.toInt(ctx, args[at + 2])));
    }
    int count = self(ctx, args[at]).read(ctx, view.data(), view.offset(), length);
    return Streams.result(count);
  }

  /** any() -> int: the number of bytes that can be read. */
  private static PyObject any(PyContext ctx, PyObject self) {
    return PyInt.of(self(ctx, self).uart.available(now(ctx)));
  }

  /** txdone() -> bool: whether everything has been sent. */
  private static PyObject txdone(PyContext ctx, PyObject self) {
    return PyBool.of(self(ctx, self).uart.sentUntil() <= now(ctx));
  }

  /** sendbreak(): holds the line low for longer than any byte. */
  private static PyObject sendbreak(PyContext ctx, PyObject self) {
    PyUart uart = self(ctx, self);
    uart.flush(ctx);
    MachineState.of(ctx).pauseUntil(now(ctx) + 13_000_000_000L / uart.baudRate);
    if ((uart.trigger & IRQ_BREAK) != 0) {
      uart.call(ctx, IRQ_BREAK);
      MachineState.of(ctx).settle();
    }
    return PyNone.NONE;
  }

  // ---- interrupts ----

  /** irq(handler=None, trigger=0, hard=False) -> IRQ: has the handler called with the UART. */
  private static PyObject irq(PyContext ctx, PyObject[] bound) {
    PyUart uart = self(ctx, bound[0]);
    int trigger = Args.toInt(ctx, bound[2]);
    if ((trigger & ~ALLOWED_IRQ) != 0) {
      throw Errors.valueError(ctx, "trigger 0x" + hex(trigger) + " unsupported");
    }
    uart.setHandler(ctx, bound[1], trigger);
    return new Irq(uart);
  }

  private static String hex(int value) {
    String digits = Integer.toHexString(value);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }

  private void setHandler(PyContext ctx, PyObject newHandler, int newTrigger) {
    Background.All background = MachineState.of(ctx).background;
    background.remove(this);
    handler = newHandler;
    trigger = newTrigger;
    seen = uart.available(now(ctx));
    idleAt = NEVER;
    if (newHandler != PyNone.NONE && newTrigger != 0) {
      background.add(this);
    }
  }

  private void call(PyContext ctx, int why) {
    flags = why;
    MachineState.of(ctx).interrupt(handler, this);
  }

  @Override
  public long due() {
    // What comes from outside has arrived before anybody knew of it.
    return uart.available(Long.MIN_VALUE) > seen
        ? Long.MIN_VALUE
        : Math.min(idleAt, uart.nextArrival(lastLook));
  }

  @Override
  public void run(PyContext ctx, long now) {
    lastLook = now;
    int available = uart.available(now);
    if (available > seen) {
      seen = available;
      idleAt = now + Math.max(SHORTEST_IDLE, 2 * uart.nanosPerByte());
      if ((trigger & IRQ_RX) != 0) {
        call(ctx, IRQ_RX);
      }
    } else if (now >= idleAt) {
      idleAt = NEVER;
      if ((trigger & IRQ_RX_IDLE) != 0) {
        call(ctx, IRQ_RX_IDLE);
      }
    }
  }

  /** What {@code irq} gives. */
  private static final class Irq extends PyObject {
    static final PyType TYPE =
        new TypeTable("irq").fn1("flags", Irq::flags).fn("trigger", 1, 2, Irq::trigger).build();

    private final PyUart uart;

    Irq(PyUart uart) {
      this.uart = uart;
    }

    @Override
    public PyType type() {
      return TYPE;
    }

    private static Irq self(PyContext ctx, PyObject value) {
      if (value instanceof Irq irq) {
        return irq;
      }
      throw Errors.wrongSelf(ctx, "irq", value);
    }

    /** flags() -> int: why the handler was called. */
    private static PyObject flags(PyContext ctx, PyObject self) {
      return PyInt.of(self(ctx, self).uart.flags);
    }

    /** trigger([value]) -> int: when the handler is called; the setting before when given one. */
    private static PyObject trigger(PyContext ctx, PyObject[] args, int at, int nargs) {
      PyUart uart = self(ctx, args[at]).uart;
      int before = uart.trigger;
      if (nargs == 2) {
        uart.setHandler(ctx, uart.handler, Args.toInt(ctx, args[at + 1]));
      }
      return PyInt.of(before);
    }
  }
}
