package org.pykopi.module;

import org.pykopi.host.board.BoardPin;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code machine.ADC}: the voltage at a pin, as far as the attenuation lets it be measured. */
final class PyAdc extends PyObject {
  private static final Signature INIT = Signature.of("self", "/", "*", "atten=-1");

  static final PyType TYPE =
      new TypeTable("ADC")
          .constructor(PyAdc::make)
          .fnKw("init", INIT, PyAdc::init)
          .fn1("deinit", PyAdc::deinit)
          .fn1("read_u16", PyAdc::read_u16)
          .fn1("read_uv", PyAdc::read_uv)
          .fn1("read", PyAdc::read)
          .fn2("atten", PyAdc::atten)
          .fn2("width", PyAdc::width)
          .constant("ATTN_0DB", PyInt.of(0))
          .constant("ATTN_2_5DB", PyInt.of(1))
          .constant("ATTN_6DB", PyInt.of(2))
          .constant("ATTN_11DB", PyInt.of(3))
          .constant("WIDTH_9BIT", PyInt.of(9))
          .constant("WIDTH_10BIT", PyInt.of(10))
          .constant("WIDTH_11BIT", PyInt.of(11))
          .constant("WIDTH_12BIT", PyInt.of(12))
          .build();

  /** Pins that can be measured: those of both converters of an ESP32. */
  private static final long PINS =
      0xffL << 32 | 1 << 0 | 1 << 2 | 1 << 4 | 0xf << 12 | 1 << 25 | 1 << 26 | 1 << 27;

  /** The largest voltage that each attenuation measures, in microvolts. */
  private static final int[] RANGES = {1_100_000, 1_500_000, 2_200_000, 3_300_000};

  private static final int MOST_BITS = 12;
  private static final int FEWEST_BITS = 9;

  private final BoardPin pin;
  private int attenuation = RANGES.length - 1;
  private int bits = MOST_BITS;

  private PyAdc(BoardPin pin) {
    this.pin = pin;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("ADC(Pin(").append(pin.number).append("), atten=").append(attenuation).append(')');
  }

  /** ADC(pin, *, atten=ATTN_11DB) -> ADC: a pin whose voltage can be read. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 0) {
      Args.checkCount(ctx, nargs, 0, 1, -1);
    }
    BoardPin pin = PyPin.of(ctx, args[at]).pin;
    if ((PINS >> pin.number & 1) == 0) {
      throw Errors.valueError(ctx, "invalid pin");
    }
    PyAdc adc = new PyAdc(pin);
    adc.configure(ctx, INIT.bind(ctx, args, at, nargs, nkw));
    return adc;
  }

  private static PyAdc self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyAdc adc) {
      return adc;
    }
    throw Errors.wrongSelf(ctx, "ADC", value);
  }

  /** init(*, atten): sets the attenuation, the strongest one unless given. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    self(ctx, bound[0]).configure(ctx, bound);
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    int wanted = Args.toInt(ctx, bound[1]);
    setAttenuation(ctx, wanted == -1 ? RANGES.length - 1 : wanted);
    bits = MOST_BITS;
  }

  private void setAttenuation(PyContext ctx, int wanted) {
    if (wanted < 0 || wanted >= RANGES.length) {
      throw Errors.valueError(ctx, "invalid attenuation");
    }
    attenuation = wanted;
  }

  /** deinit(): ends the use of the pin. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    self(ctx, self);
    return PyNone.NONE;
  }

  private int microvolts() {
    return Math.max(0, Math.min(pin.microvolts(), RANGES[attenuation]));
  }

  private int raw() {
    long top = (1 << bits) - 1;
    return (int) (microvolts() * top / RANGES[attenuation]);
  }

  /** read_u16() -> int: the voltage as a part of 65535. */
  private static PyObject read_u16(PyContext ctx, PyObject self) {
    PyAdc adc = self(ctx, self);
    int raw = adc.raw();
    return PyInt.of(raw << (16 - adc.bits) | raw >> (2 * adc.bits - 16));
  }

  /** read_uv() -> int: the voltage in microvolts, with the resolution of a millivolt. */
  private static PyObject read_uv(PyContext ctx, PyObject self) {
    return PyInt.of(self(ctx, self).microvolts() / 1000 * 1000);
  }

  /** read() -> int: the voltage as a part of 4095, or of what the width allows. */
  private static PyObject read(PyContext ctx, PyObject self) {
    return PyInt.of(self(ctx, self).raw());
  }

  /** atten(attenuation): sets the attenuation. */
  private static PyObject atten(PyContext ctx, PyObject self, PyObject attenuation) {
    self(ctx, self).setAttenuation(ctx, Args.toInt(ctx, attenuation));
    return PyNone.NONE;
  }

  /** width(bits): sets the resolution. */
  private static PyObject width(PyContext ctx, PyObject self, PyObject bits) {
    int wanted = Args.toInt(ctx, bits);
    if (wanted < FEWEST_BITS || wanted > MOST_BITS) {
      throw Errors.valueError(ctx, "invalid bit-width");
    }
    self(ctx, self).bits = wanted;
    return PyNone.NONE;
  }
}
