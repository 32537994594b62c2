package org.pykopi.module;

import org.pykopi.host.board.SpiDevice;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code machine.SPI} and {@code machine.SoftSPI}: a bus; transfers take their time. */
final class PySpi extends PyObject {
  /** All software buses reach what is attached to bus 1. */
  private static final int SOFTWARE = -1;

  private static final int FIRST_BUS = 1;
  private static final int LAST_BUS = 2;
  private static final int[][] PINS = {{14, 13, 12}, {18, 23, 19}};
  private static final int MSB = 0;
  private static final int LSB = 1;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** A wait that is shorter than this is not worth it. */
  private static final long SHORTEST_WAIT = 100_000;

  private static final Signature MAKE =
      Signature.of(
          "id",
          "baudrate=-1",
          "*",
          "polarity=-1",
          "phase=-1",
          "bits=-1",
          "firstbit=-1",
          "sck=",
          "mosi=",
          "miso=");
  private static final Signature INIT =
      Signature.of(
          "self",
          "/",
          "baudrate=-1",
          "*",
          "polarity=-1",
          "phase=-1",
          "bits=-1",
          "firstbit=-1",
          "sck=",
          "mosi=",
          "miso=");

  static final PyType TYPE = table("SPI").constructor(PySpi::make).build();
  static final PyType SOFT_TYPE = table("SoftSPI").constructor(PySpi::makeSoft).build();

  private final int bus;
  private int baudRate = 500_000;
  private int polarity;
  private int phase;
  private int bits = 8;
  private int firstBit = MSB;
  private final int[] pins = {-1, -1, -1};
  private boolean isOpen = true;

  private PySpi(int bus) {
    this.bus = bus;
  }

  private static TypeTable table(String name) {
    return new TypeTable(name)
        .fnKw("init", INIT, PySpi::init)
        .fn1("deinit", PySpi::deinit)
        .fn("read", 2, 3, PySpi::read)
        .fn("readinto", 2, 3, PySpi::readinto)
        .fn2("write", PySpi::write)
        .fn3("write_readinto", PySpi::write_readinto)
        .constant("MSB", PyInt.of(MSB))
        .constant("LSB", PyInt.of(LSB));
  }

  @Override
  public PyType type() {
    return bus == SOFTWARE ? SOFT_TYPE : TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append(bus == SOFTWARE ? "SoftSPI(" : "SPI(id=" + bus + ", ");
    out.append("baudrate=").append(baudRate).append(", polarity=").append(polarity);
    out.append(", phase=").append(phase);
    if (bus != SOFTWARE) {
      out.append(", bits=").append(bits);
    }
    out.append(", firstbit=").append(firstBit).append(", sck=").append(pins[0]);
    out.append(", mosi=").append(pins[1]).append(", miso=").append(pins[2]).append(')');
  }

  /**
   * SPI(id, baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck, mosi, miso) -> SPI:
   * a bus.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = MAKE.bind(ctx, args, at, nargs, nkw);
    int id = Args.toInt(ctx, bound[0]);
    if (id < FIRST_BUS || id > LAST_BUS) {
      throw Errors.valueError(ctx, "SPI(" + id + ") doesn't exist");
    }
    PySpi spi = new PySpi(id);
    System.arraycopy(PINS[id - FIRST_BUS], 0, spi.pins, 0, spi.pins.length);
    spi.configure(ctx, bound);
    return spi;
  }

  /**
   * SoftSPI(baudrate=500000, *, polarity=0, phase=0, bits=8, firstbit=MSB, sck, mosi, miso) ->
   * SoftSPI: a bus on any three pins.
   */
  private static PyObject makeSoft(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PySpi spi = new PySpi(SOFTWARE);
    PyObject[] all = new PyObject[1 + nargs + 2 * nkw];
    all[0] = spi;
    System.arraycopy(args, at, all, 1, all.length - 1);
    spi.configure(ctx, INIT.bind(ctx, all, 0, nargs + 1, nkw));
    for (int pin : spi.pins) {
      if (pin < 0) {
        throw Errors.valueError(ctx, "must specify all of sck/mosi/miso");
      }
    }
    return spi;
  }

  private static PySpi self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PySpi spi) {
      return spi;
    }
    throw Errors.wrongSelf(ctx, "SPI", value);
  }

  /** init(baudrate, *, polarity, phase, bits, firstbit, sck, mosi, miso): sets what is given. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    PySpi spi = self(ctx, bound[0]);
    spi.configure(ctx, bound);
    spi.isOpen = true;
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    int newBits = or(ctx, bound[4], bits);
    if (bus == SOFTWARE && newBits != 8) {
      throw Errors.valueError(ctx, "bits must be 8");
    }
    if (newBits <= 0 || newBits > 64) {
      throw Errors.valueError(ctx, "invalid bits");
    }
    bits = newBits;
    baudRate = Math.max(1, or(ctx, bound[1], baudRate));
    polarity = or(ctx, bound[2], polarity);
    phase = or(ctx, bound[3], phase);
    firstBit = or(ctx, bound[5], firstBit);
    for (int i = 0; i < pins.length; i++) {
      PyObject wanted = bound[6 + i];
      if (wanted != null) {
        pins[i] = wanted == PyNone.NONE ? -1 : PyPin.of(ctx, wanted).pin.number;
      }
    }
  }

  private static int or(PyContext ctx, PyObject given, int before) {
    int value = Args.toInt(ctx, given);
    return value == -1 ? before : value;
  }

  /** deinit(): ends the use of the bus. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    self(ctx, self).isOpen = false;
    return PyNone.NONE;
  }

  // ---- transfers ----

  /** Sends bytes and puts what comes back in their place. */
  private void transfer(PyContext ctx, byte[] data) {
    if (!isOpen) {
      throw Errors.of(ctx, ExceptionTypes.OS_ERROR, "transfer on deinitialized SPI");
    }
    long start = ctx.host.clock().elapsedNanos();
    MachineState state = MachineState.of(ctx);
    SpiDevice device = state.board.spiDevice(Math.max(bus, FIRST_BUS));
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) device.exchange(data[i] & 0xff);
    }
    long nanos = data.length * 8L * NANOS_PER_SECOND / baudRate;
    if (nanos >= SHORTEST_WAIT) {
      state.pauseUntil(start + nanos);
    }
  }

  private static byte[] filled(PyContext ctx, int size, PyObject[] args, int at, int nargs) {
    byte[] data = new byte[ctx.checkSize(size, 1)];
    byte value = nargs == 3 ? (byte) Args.toInt(ctx, args[at + 2]) : 0;
    for (int i = 0; i < size; i++) {
      data[i] = value;
    }
    return data;
  }

  /** read(size, write=0) -> bytes: reads while sending that byte again and again. */
  private static PyObject read(PyContext ctx, PyObject[] args, int at, int nargs) {
    byte[] data = filled(ctx, Args.toInt(ctx, args[at + 1]), args, at, nargs);
    self(ctx, args[at]).transfer(ctx, data);
    return PyBytes.of(data);
  }

  /** readinto(buffer, write=0): fills a buffer while sending that byte again and again. */
  private static PyObject readinto(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toWritableBuffer(ctx, args[at + 1]);
    byte[] data = filled(ctx, view.length(), args, at, nargs);
    self(ctx, args[at]).transfer(ctx, data);
    System.arraycopy(data, 0, view.data(), view.offset(), data.length);
    return PyNone.NONE;
  }

  /** write(buffer): sends bytes. */
  private static PyObject write(PyContext ctx, PyObject self, PyObject buffer) {
    self(ctx, self).transfer(ctx, Args.toBuffer(ctx, buffer).copy());
    return PyNone.NONE;
  }

  /** write_readinto(write_buffer, read_buffer): sends bytes and keeps what comes back. */
  private static PyObject write_readinto(
      PyContext ctx, PyObject self, PyObject source, PyObject target) {
    BufferView from = Args.toBuffer(ctx, source);
    BufferView to = Args.toWritableBuffer(ctx, target);
    if (from.length() != to.length()) {
      throw Errors.valueError(ctx, "buffers must be the same length");
    }
    byte[] data = from.copy();
    self(ctx, self).transfer(ctx, data);
    System.arraycopy(data, 0, to.data(), to.offset(), data.length);
    return PyNone.NONE;
  }
}
