package org.pykopi.module;

import org.pykopi.host.board.Board;
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

/** {@code machine.PWM}: pulses on a pin. The duty is kept as a part of 65536. */
final class PyPwm extends PyObject {
  private static final int USUAL_FREQUENCY = 5000;
  private static final int HIGHEST_FREQUENCY = 40_000_000;
  private static final int FULL = BoardPin.FULL_DUTY;
  private static final int FULL_10 = 1024;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private static final Signature INIT =
      Signature.of(
          "self",
          "/",
          "freq=-1",
          "*",
          "duty=-1",
          "duty_u16=-1",
          "duty_ns=-1",
          "invert=None",
          "lightsleep=None");

  static final PyType TYPE =
      new TypeTable("PWM")
          .constructor(PyPwm::make)
          .fnKw("init", INIT, PyPwm::init)
          .fn1("deinit", PyPwm::deinit)
          .fn("freq", 1, 2, PyPwm::freq)
          .fn("duty", 1, 2, PyPwm::duty)
          .fn("duty_u16", 1, 2, PyPwm::duty_u16)
          .fn("duty_ns", 1, 2, PyPwm::duty_ns)
          .build();

  /** How the program gave the duty; so it is shown. */
  private enum Scale {
    OF_65536,
    OF_1024,
    NANOS
  }

  private final BoardPin pin;

  /** 0 while there are no pulses. */
  private int frequency;

  private int duty;

  /** The pulse in nanoseconds, when it was given so: it stays when the frequency changes. */
  private long nanos;

  private Scale scale = Scale.OF_65536;
  private boolean isInverted;
  private boolean isOnInSleep;

  private PyPwm(BoardPin pin) {
    this.pin = pin;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("PWM(Pin(").append(pin.number).append(')');
    if (frequency > 0) {
      out.append(", freq=").append(frequency);
      switch (scale) {
        case OF_1024 -> out.append(", duty=").append(shown() >> 6);
        case NANOS -> out.append(", duty_ns=").append(toNanos(shown()));
        default -> out.append(", duty_u16=").append(shown());
      }
    }
    if (isInverted) {
      out.append(", invert=True");
    }
    if (isOnInSleep) {
      out.append(", lightsleep=True");
    }
    out.append(')');
  }

  /** PWM(pin, freq=5000, *, duty, duty_u16, duty_ns, invert, lightsleep) -> PWM: pulses. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, 0, 1, 2);
    PyPwm pwm = new PyPwm(PyPin.of(ctx, args[at]).pin);
    if (Board.isInputOnly(pwm.pin.number)) {
      throw Errors.valueError(ctx, "invalid pin");
    }
    // A pin that has pulses already keeps their frequency, and so does a new object for it.
    int before = pwm.pin.frequency();
    pwm.frequency = before == 0 ? USUAL_FREQUENCY : before;
    pwm.duty = FULL / 2;
    PyObject[] all = new PyObject[nargs + 2 * nkw];
    System.arraycopy(args, at, all, 0, all.length);
    all[0] = pwm;
    pwm.configure(ctx, INIT.bind(ctx, all, 0, nargs, nkw));
    return pwm;
  }

  private static PyPwm self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyPwm pwm) {
      return pwm;
    }
    throw Errors.wrongSelf(ctx, "PWM", value);
  }

  private static PyPwm active(PyContext ctx, PyObject value) {
    PyPwm pwm = self(ctx, value);
    if (pwm.frequency == 0) {
      throw Errors.runtimeError(ctx, "PWM is inactive");
    }
    return pwm;
  }

  /** init(freq, *, duty, duty_u16, duty_ns, invert, lightsleep): sets what is given. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    PyPwm pwm = self(ctx, bound[0]);
    if (pwm.frequency == 0) {
      pwm.frequency = USUAL_FREQUENCY;
      pwm.duty = FULL / 2;
    }
    pwm.configure(ctx, bound);
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    int newFrequency = Args.toInt(ctx, bound[1]);
    if (newFrequency != -1) {
      checkFrequency(ctx, newFrequency);
      frequency = newFrequency;
    }
    if (Args.toInt(ctx, bound[3]) >= 0) {
      setDuty(ctx, Scale.OF_65536, bound[3]);
    } else if (Args.toInt(ctx, bound[4]) >= 0) {
      setDuty(ctx, Scale.NANOS, bound[4]);
    } else if (Args.toInt(ctx, bound[2]) >= 0) {
      setDuty(ctx, Scale.OF_1024, bound[2]);
    }
    isInverted = bound[5] == PyNone.NONE ? isInverted : bound[5].isTrue(ctx);
    isOnInSleep = bound[6] == PyNone.NONE ? isOnInSleep : bound[6].isTrue(ctx);
    apply();
  }

  private void apply() {
    if (scale == Scale.NANOS) {
      duty = fromNanos(nanos);
    }
    pin.setPulses(frequency, isInverted ? FULL - duty : duty);
  }

  private static void checkFrequency(PyContext ctx, int frequency) {
    if (frequency <= 0 || frequency > HIGHEST_FREQUENCY) {
      throw Errors.valueError(ctx, "frequency must be from 1Hz to 40MHz");
    }
  }

  // ---- duty ----

  private void setDuty(PyContext ctx, Scale newScale, PyObject value) {
    int wanted = Args.toInt(ctx, value);
    switch (newScale) {
      case OF_1024 -> {
        check(ctx, "duty must be from 0 to " + (FULL_10 - 1), wanted, FULL_10 - 1);
        duty = wanted == FULL_10 - 1 ? FULL : wanted * (FULL / FULL_10);
      }
      case NANOS -> {
        int most = (int) Math.min(Integer.MAX_VALUE, toNanos(FULL));
        check(ctx, "duty_ns must be from 0 to " + most + " ns", wanted, most);
        nanos = wanted;
        duty = fromNanos(wanted);
      }
      default -> {
        check(ctx, "duty_u16 must be from 0 to " + FULL, wanted, FULL - 1);
        duty = wanted == FULL - 1 ? FULL : wanted;
      }
    }
    scale = newScale;
  }

  private static void check(PyContext ctx, String message, int value, int most) {
    if (value < 0 || value > most) {
      throw Errors.valueError(ctx, message);
    }
  }

  private long toNanos(int part) {
    return (part * NANOS_PER_SECOND + frequency * (FULL / 2L)) / ((long) frequency * FULL);
  }

  private int fromNanos(long time) {
    long exact = (long) (((double) time * FULL * frequency + 5e8) / 1e9);
    return (int) Math.max(time > 0 ? 1 : 0, Math.min(FULL, exact));
  }

  /** Always high counts as the largest number of 16 bits. */
  private int shown() {
    return Math.min(duty, FULL - 1);
  }

  private static PyObject setDuty(PyContext ctx, PyObject self, Scale scale, PyObject value) {
    PyPwm pwm = active(ctx, self);
    pwm.setDuty(ctx, scale, value);
    pwm.apply();
    return PyNone.NONE;
  }

  /** deinit(): ends the pulses. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    PyPwm pwm = self(ctx, self);
    pwm.frequency = 0;
    pwm.scale = Scale.OF_65536;
    pwm.isInverted = false;
    pwm.isOnInSleep = false;
    pwm.pin.setPulses(0, 0);
    return PyNone.NONE;
  }

  /** freq([hertz]) -> int or None: the frequency; sets it when given. */
  private static PyObject freq(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPwm pwm = active(ctx, args[at]);
    if (nargs == 1) {
      return PyInt.of(pwm.frequency);
    }
    int wanted = Args.toInt(ctx, args[at + 1]);
    checkFrequency(ctx, wanted);
    pwm.frequency = wanted;
    pwm.apply();
    return PyNone.NONE;
  }

  /** duty([part]) -> int or None: the duty as a part of 1023; sets it when given. */
  private static PyObject duty(PyContext ctx, PyObject[] args, int at, int nargs) {
    return nargs == 1
        ? PyInt.of(active(ctx, args[at]).shown() >> 6)
        : setDuty(ctx, args[at], Scale.OF_1024, args[at + 1]);
  }

  /** duty_u16([part]) -> int or None: the duty as a part of 65535; sets it when given. */
  private static PyObject duty_u16(PyContext ctx, PyObject[] args, int at, int nargs) {
    return nargs == 1
        ? PyInt.of(active(ctx, args[at]).shown())
        : setDuty(ctx, args[at], Scale.OF_65536, args[at + 1]);
  }

  /** duty_ns([nanoseconds]) -> int or None: the length of a pulse; sets it when given. */
  private static PyObject duty_ns(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 1) {
      PyPwm pwm = active(ctx, args[at]);
      return PyInt.of(pwm.toNanos(pwm.shown()));
    }
    return setDuty(ctx, args[at], Scale.NANOS, args[at + 1]);
  }
}
