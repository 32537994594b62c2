package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code machine.Signal}: a pin whose active level may be low; and {@code machine.PinBase}, the
 * base of pins that are written in Python and have a method {@code value}.
 */
final class PySignal extends PyObject {
  static final PyType TYPE =
      new TypeTable("Signal")
          .constructor(PySignal::make)
          .fn("value", 1, 2, PySignal::value)
          .fn1("on", PySignal::on)
          .fn1("off", PySignal::off)
          .build();

  private static final PyStr VALUE = PyStr.intern("value");
  private static final PyStr INVERT = PyStr.intern("invert");

  private final PyObject pin;
  private final boolean isInverted;

  private PySignal(PyObject pin, boolean isInverted) {
    this.pin = pin;
    this.isInverted = isInverted;
  }

  /** {@code PinBase}: has nothing of its own. */
  static final class Base extends PyObject {
    static final PyType TYPE = new TypeTable("PinBase").constructor(Base::make).build();

    private static PyObject make(
        PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      return new Base();
    }

    @Override
    public PyType type() {
      return TYPE;
    }
  }

  // ---- any pin ----

  private static boolean isPin(PyObject value) {
    PyObject plain = Args.unwrap(value);
    return plain instanceof PyPin || plain instanceof PySignal || plain instanceof Base;
  }

  private static PyObject checkPin(PyContext ctx, PyObject value) {
    if (!isPin(value)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return value;
  }

  /** The level of a Pin, a Signal or an object of a Python class derived from PinBase. */
  static int read(PyContext ctx, PyObject value) {
    PyObject pin = checkPin(ctx, value);
    if (pin instanceof PyPin own) {
      return own.pin.level();
    }
    if (pin instanceof PySignal signal) {
      return read(ctx, signal.pin) ^ (signal.isInverted ? 1 : 0);
    }
    return Args.toInt(ctx, Attributes.callMethod(ctx, pin, VALUE));
  }

  static void write(PyContext ctx, PyObject value, boolean isHigh) {
    PyObject pin = checkPin(ctx, value);
    if (pin instanceof PyPin own) {
      own.set(ctx, isHigh);
    } else if (pin instanceof PySignal signal) {
      write(ctx, signal.pin, isHigh ^ signal.isInverted);
    } else {
      Attributes.callMethod(ctx, pin, VALUE, PyBool.of(isHigh));
    }
  }

  // ---- signals ----

  @Override
  public PyType type() {
    return TYPE;
  }

  /**
   * Signal(pin, invert=False) or Signal(arguments of Pin..., invert=False) -> Signal: a pin seen as
   * active or not.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    boolean isInverted = false;
    PyObject[] others = new PyObject[nargs + 2 * nkw];
    System.arraycopy(args, at, others, 0, nargs);
    int count = nargs;
    int value = -1;
    for (int i = at + nargs; i < at + nargs + 2 * nkw; i += 2) {
      PyStr name = ((PyStr) args[i]).interned();
      if (name == INVERT) {
        isInverted = args[i + 1].isTrue(ctx);
        continue;
      }
      if (name == VALUE) {
        value = count + 1;
      }
      others[count++] = name;
      others[count++] = args[i + 1];
    }
    if (nargs > 0 && (isPin(args[at]) || args[at] instanceof PyInstance)) {
      if (count != 1) {
        throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
      }
      return new PySignal(checkPin(ctx, args[at]), isInverted);
    }
    if (isInverted && value >= 0) {
      others[value] = PyBool.of(!others[value].isTrue(ctx));
    }
    PyObject pin = PyPin.TYPE.call(ctx, others, 0, nargs, (count - nargs) / 2);
    return new PySignal(pin, isInverted);
  }

  private static PySignal self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PySignal signal) {
      return signal;
    }
    throw Errors.wrongSelf(ctx, "Signal", value);
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    if (nargs == 0) {
      return PyInt.of(read(ctx, this));
    }
    write(ctx, this, args[at].isTrue(ctx));
    return PyNone.NONE;
  }

  /** value([x]) -> int or None: whether the signal is active; sets it when an argument is given. */
  private static PyObject value(PyContext ctx, PyObject[] args, int at, int nargs) {
    return self(ctx, args[at]).call(ctx, args, at + 1, nargs - 1, 0);
  }

  /** on(): makes the signal active. */
  private static PyObject on(PyContext ctx, PyObject self) {
    write(ctx, self(ctx, self), true);
    return PyNone.NONE;
  }

  /** off(): makes the signal inactive. */
  private static PyObject off(PyContext ctx, PyObject self) {
    write(ctx, self(ctx, self), false);
    return PyNone.NONE;
  }
}
