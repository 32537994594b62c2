package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.host.board.Board;
import org.pykopi.host.board.I2cDevice;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;
import org.pykopi.util.ByteBuilder;

/**
 * {@code machine.I2C} and {@code machine.SoftI2C}: a bus with the devices that are attached to the
 * board; an address where nobody answers gives OSError(ENODEV).
 */
final class PyI2c extends PyObject {
  /** All software buses reach the devices of bus 0. */
  private static final int SOFTWARE = -1;

  private static final int BUS_COUNT = 2;
  private static final int FIRST_ADDRESS = 0x08;
  private static final int LAST_ADDRESS = 0x77;
  private static final int[][] PINS = {{18, 19}, {25, 26}};
  private static final int USUAL_FREQUENCY = 400_000;

  private static final Signature MAKE =
      Signature.of("id=0", "*", "scl=", "sda=", "freq=-1", "timeout=-1");
  private static final Signature MAKE_SOFT =
      Signature.of("scl", "sda", "*", "freq=400000", "timeout=50000");
  private static final Signature INIT =
      Signature.of("self", "/", "scl", "sda", "*", "freq=400000", "timeout=50000");
  private static final Signature READ_MEMORY =
      Signature.of("self", "/", "addr", "memaddr", "arg", "*", "addrsize=8");

  static final PyType TYPE = table("I2C").constructor(PyI2c::make).build();
  static final PyType SOFT_TYPE = table("SoftI2C").constructor(PyI2c::makeSoft).build();

  private final int bus;
  private int clockPin;
  private int dataPin;
  private int frequency = USUAL_FREQUENCY;
  private int timeout = 50_000;

  private PyI2c(int bus) {
    this.bus = bus;
  }

  private static TypeTable table(String name) {
    return new TypeTable(name)
        .fnKw("init", INIT, PyI2c::init)
        .fn1("deinit", PyI2c::deinit)
        .fn1("scan", PyI2c::scan)
        .fn1("start", PyI2c::start)
        .fn1("stop", PyI2c::stop)
        .fn("readinto", 2, 3, PyI2c::readinto)
        .fn2("write", PyI2c::write)
        .fn("readfrom", 3, 4, PyI2c::readfrom)
        .fn("readfrom_into", 3, 4, PyI2c::readfrom_into)
        .fn("writeto", 3, 4, PyI2c::writeto)
        .fn("writevto", 3, 4, PyI2c::writevto)
        .fnKw("readfrom_mem", READ_MEMORY, PyI2c::readfrom_mem)
        .fnKw("readfrom_mem_into", READ_MEMORY, PyI2c::readfrom_mem_into)
        .fnKw("writeto_mem", READ_MEMORY, PyI2c::writeto_mem);
  }

  @Override
  public PyType type() {
    return bus == SOFTWARE ? SOFT_TYPE : TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    if (bus == SOFTWARE) {
      out.append("SoftI2C(scl=").append(clockPin).append(", sda=").append(dataPin);
      out.append(", freq=").append(frequency).append(')');
      return;
    }
    out.append("I2C(").append(bus).append(", scl=").append(clockPin).append(", sda=");
    out.append(dataPin).append(", freq=").append(frequency).append(", timeout=").append(timeout);
    out.append(')');
  }

  /** I2C(id=0, *, scl, sda, freq=400000, timeout=50000) -> I2C: a bus. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = MAKE.bind(ctx, args, at, nargs, nkw);
    int id = Args.toInt(ctx, bound[0]);
    if (id < 0 || id >= BUS_COUNT) {
      throw Errors.valueError(ctx, "I2C(" + id + ") doesn't exist");
    }
    PyI2c made = new PyI2c(id);
    made.clockPin = bound[1] == null ? PINS[id][0] : PyPin.of(ctx, bound[1]).pin.number;
    made.dataPin = bound[2] == null ? PINS[id][1] : PyPin.of(ctx, bound[2]).pin.number;
    int frequency = Args.toInt(ctx, bound[3]);
    int timeout = Args.toInt(ctx, bound[4]);
    made.frequency = frequency == -1 ? made.frequency : frequency;
    made.timeout = timeout == -1 ? made.timeout : timeout;
    return made;
  }

  /** SoftI2C(scl, sda, *, freq=400000, timeout=50000) -> SoftI2C: a bus on any two pins. */
  private static PyObject makeSoft(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyI2c made = new PyI2c(SOFTWARE);
    made.configure(ctx, MAKE_SOFT.bind(ctx, args, at, nargs, nkw), 0);
    return made;
  }

  private void configure(PyContext ctx, PyObject[] bound, int at) {
    clockPin = PyPin.of(ctx, bound[at]).pin.number;
    dataPin = PyPin.of(ctx, bound[at + 1]).pin.number;
    frequency = Args.toInt(ctx, bound[at + 2]);
    timeout = Args.toInt(ctx, bound[at + 3]);
  }

  private static PyI2c self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyI2c bus) {
      return bus;
    }
    throw Errors.wrongSelf(ctx, "I2C", value);
  }

  /** init(scl, sda, *, freq=400000, timeout=50000): sets a software bus up anew. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    PyI2c bus = self(ctx, bound[0]);
    checkSoftware(ctx, bus);
    bus.configure(ctx, bound, 1);
    return PyNone.NONE;
  }

  private static void checkSoftware(PyContext ctx, PyI2c bus) {
    if (bus.bus != SOFTWARE) {
      throw Errors.of(ctx, ExceptionTypes.OS_ERROR, "I2C operation not supported");
    }
  }

  /** deinit(): ends the use of the bus. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    self(ctx, self);
    return PyNone.NONE;
  }

  // ---- transfers ----

  private I2cDevice find(PyContext ctx, int address) {
    Board board = MachineState.of(ctx).board;
    return board.i2cDevice(Math.max(bus, 0), address);
  }

  private I2cDevice device(PyContext ctx, PyObject address) {
    I2cDevice device = find(ctx, Args.toInt(ctx, address));
    if (device == null) {
      throw Errors.osError(ctx, HostException.ENODEV);
    }
    return device;
  }

  private static void fill(I2cDevice device, BufferView target) {
    byte[] data = new byte[target.length()];
    device.read(data);
    System.arraycopy(data, 0, target.data(), target.offset(), data.length);
  }

  private static byte[] take(PyContext ctx, I2cDevice device, PyObject size) {
    byte[] data = new byte[ctx.checkSize(Args.toInt(ctx, size), 1)];
    device.read(data);
    return data;
  }

  /** scan() -> list: the addresses where a device answers. */
  private static PyObject scan(PyContext ctx, PyObject self) {
    PyList found = new PyList();
    for (int address = FIRST_ADDRESS; address <= LAST_ADDRESS; address++) {
      if (self(ctx, self).find(ctx, address) != null) {
        found.append(ctx, PyInt.of(address));
      }
    }
    return found;
  }

  /** start(): a start condition, on software buses. */
  private static PyObject start(PyContext ctx, PyObject self) {
    checkSoftware(ctx, self(ctx, self));
    return PyNone.NONE;
  }

  /** stop(): a stop condition, on software buses. */
  private static PyObject stop(PyContext ctx, PyObject self) {
    checkSoftware(ctx, self(ctx, self));
    return PyNone.NONE;
  }

  /** readinto(buffer, nack=True): reads what is on the line; nobody speaks without an address. */
  private static PyObject readinto(PyContext ctx, PyObject[] args, int at, int nargs) {
    checkSoftware(ctx, self(ctx, args[at]));
    BufferView view = Args.toWritableBuffer(ctx, args[at + 1]);
    for (int i = 0; i < view.length(); i++) {
      view.data()[view.offset() + i] = (byte) 0xff;
    }
    return PyNone.NONE;
  }

  /** write(buffer) -> int: writes bytes to the line; how many of them somebody acknowledged. */
  private static PyObject write(PyContext ctx, PyObject self, PyObject buffer) {
    checkSoftware(ctx, self(ctx, self));
    Args.toBuffer(ctx, buffer);
    return PyInt.of(0);
  }

  /** readfrom(address, size, stop=True) -> bytes: reads from a device. */
  private static PyObject readfrom(PyContext ctx, PyObject[] args, int at, int nargs) {
    I2cDevice device = self(ctx, args[at]).device(ctx, args[at + 1]);
    return PyBytes.of(take(ctx, device, args[at + 2]));
  }

  /** readfrom_into(address, buffer, stop=True): fills a buffer from a device. */
  private static PyObject readfrom_into(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toWritableBuffer(ctx, args[at + 2]);
    fill(self(ctx, args[at]).device(ctx, args[at + 1]), view);
    return PyNone.NONE;
  }

  /** writeto(address, buffer, stop=True) -> int: writes to a device; the bytes acknowledged. */
  private static PyObject writeto(PyContext ctx, PyObject[] args, int at, int nargs) {
    byte[] data = Args.toBuffer(ctx, args[at + 2]).copy();
    return PyInt.of(self(ctx, args[at]).device(ctx, args[at + 1]).write(data));
  }

  /** writevto(address, buffers, stop=True) -> int: writes several buffers as one. */
  private static PyObject writevto(PyContext ctx, PyObject[] args, int at, int nargs) {
    ByteBuilder all = new ByteBuilder();
    for (PyObject part : Args.toItems(ctx, args[at + 2])) {
      byte[] data = Args.toBuffer(ctx, part).copy();
      all.add(data, 0, data.length);
    }
    return PyInt.of(self(ctx, args[at]).device(ctx, args[at + 1]).write(all.toArray()));
  }

  // ---- memory inside a device ----

  private static byte[] memoryAddress(PyContext ctx, PyObject[] bound, int extra) {
    int bits = Args.toInt(ctx, bound[4]);
    if ((bits & 7) != 0 || bits > 32 || bits < 0) {
      throw Errors.valueError(ctx, "invalid addrsize");
    }
    long address = Args.toLong(ctx, bound[2]);
    byte[] bytes = new byte[bits / 8 + extra];
    for (int i = 0; i < bits / 8; i++) {
      bytes[i] = (byte) (address >> (bits - 8 - 8 * i));
    }
    return bytes;
  }

  private static I2cDevice addressed(PyContext ctx, PyObject[] bound) {
    I2cDevice device = self(ctx, bound[0]).device(ctx, bound[1]);
    device.write(memoryAddress(ctx, bound, 0));
    return device;
  }

  /** readfrom_mem(addr, memaddr, nbytes, *, addrsize=8) -> bytes: reads a device's memory. */
  private static PyObject readfrom_mem(PyContext ctx, PyObject[] bound) {
    return PyBytes.of(take(ctx, addressed(ctx, bound), bound[3]));
  }

  /** readfrom_mem_into(addr, memaddr, buf, *, addrsize=8): fills a buffer from that memory. */
  private static PyObject readfrom_mem_into(PyContext ctx, PyObject[] bound) {
    BufferView view = Args.toWritableBuffer(ctx, bound[3]);
    fill(addressed(ctx, bound), view);
    return PyNone.NONE;
  }

  /** writeto_mem(addr, memaddr, buf, *, addrsize=8): writes to a device's memory. */
  private static PyObject writeto_mem(PyContext ctx, PyObject[] bound) {
    byte[] data = Args.toBuffer(ctx, bound[3]).copy();
    byte[] all = memoryAddress(ctx, bound, data.length);
    System.arraycopy(data, 0, all, all.length - data.length, data.length);
    self(ctx, bound[0]).device(ctx, bound[1]).write(all);
    return PyNone.NONE;
  }
}
