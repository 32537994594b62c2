package org.pykopi.module;

import org.pykopi.host.board.Board;
import org.pykopi.host.board.BoardPin;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code machine.Pin}: a pin of the board; there is one object for each. */
final class PyPin extends PyObject {
  private static final int IN = 1;
  private static final int OUTPUT_BIT = 2;
  private static final int OUT = 3;
  private static final int OPEN_DRAIN = 7;
  private static final int PULL_DOWN = 1;
  private static final int PULL_UP = 2;
  private static final int RISING = 1;
  private static final int FALLING = 2;
  private static final int EITHER = 3;
  private static final int LOW_LEVEL = 4;
  private static final int HIGH_LEVEL = 5;
  private static final int STRENGTHS = 4;

  /** The pin that the name "LED" stands for. */
  private static final int LED = 2;

  private static final Signature INIT =
      Signature.of("self", "/", "mode=None", "pull=-1", "*", "value=", "drive=", "hold=");
  private static final Signature IRQ =
      Signature.of("self", "/", "handler=None", "trigger=3", "wake=None", "hard=False");

  static final PyType TYPE =
      new TypeTable("Pin")
          .constructor(PyPin::make)
          .fnKw("init", INIT, PyPin::init)
          .fn("value", 1, 2, PyPin::value)
          .fn1("off", PyPin::off)
          .fn1("on", PyPin::on)
          .fn1("toggle", PyPin::toggle)
          .fnKw("irq", IRQ, PyPin::irq)
          .constant("IN", PyInt.of(IN))
          .constant("OUT", PyInt.of(OUT))
          .constant("OPEN_DRAIN", PyInt.of(OPEN_DRAIN))
          .constant("PULL_UP", PyInt.of(PULL_UP))
          .constant("PULL_DOWN", PyInt.of(PULL_DOWN))
          .constant("IRQ_RISING", PyInt.of(RISING))
          .constant("IRQ_FALLING", PyInt.of(FALLING))
          .constant("WAKE_LOW", PyInt.of(LOW_LEVEL))
          .constant("WAKE_HIGH", PyInt.of(HIGH_LEVEL))
          .constant("DRIVE_0", PyInt.of(0))
          .constant("DRIVE_1", PyInt.of(1))
          .constant("DRIVE_2", PyInt.of(2))
          .constant("DRIVE_3", PyInt.of(3))
          .build();

  private static final int USUAL_STRENGTH = 2;

  final BoardPin pin;
  private PyObject handler;
  private int trigger;
  private int lastLevel;

  private PyPin(BoardPin pin) {
    this.pin = pin;
    lastLevel = pin.level();
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Pin(id, mode=None, pull=-1, *, value, drive, hold) -> Pin: the pin, set up when told how. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 0) {
      Args.checkCount(ctx, nargs, 0, 1, -1);
    }
    PyPin pin = of(ctx, args[at]);
    if (nargs > 1 || nkw > 0) {
      pin.configure(ctx, INIT.bind(ctx, args, at, nargs, nkw));
    }
    return pin;
  }

  /** The pin that a Pin, a number or the name "LED" stands for. */
  static PyPin of(PyContext ctx, PyObject value) {
    PyObject plain = Args.unwrap(value);
    if (plain instanceof PyPin pin) {
      return pin;
    }
    int number = -1;
    if (plain instanceof PyInt wanted) {
      number = wanted.value;
    } else if (plain instanceof PyStr name && name.value().equals("LED")) {
      number = LED;
    }
    return of(ctx, number);
  }

  static PyPin of(PyContext ctx, int number) {
    MachineState state = MachineState.of(ctx);
    BoardPin pin = state.board.pin(number);
    if (pin == null) {
      throw Errors.valueError(ctx, "invalid pin");
    }
    if (state.pins[number] == null) {
      state.pins[number] = new PyPin(pin);
    }
    return state.pins[number];
  }

  private static PyPin self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyPin pin) {
      return pin;
    }
    throw Errors.wrongSelf(ctx, "Pin", value);
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("Pin(").append(pin.number).append(", mode=Pin.");
    out.append(
        switch (pin.mode()) {
          case OUTPUT -> "OUT";
          case OPEN_DRAIN -> "OPEN_DRAIN";
          default -> "IN";
        });
    if (pin.pull() != BoardPin.Pull.NONE) {
      out.append(", pull=Pin.PULL_").append(pin.pull() == BoardPin.Pull.UP ? "UP" : "DOWN");
    }
    if (pin.strength() != USUAL_STRENGTH) {
      out.append(", drive=Pin.DRIVE_").append(pin.strength());
    }
    out.append(')');
  }

  // ---- set up ----

  /** init(mode=None, pull=-1, *, value, drive, hold): sets what is given; hold has no effect. */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    self(ctx, bound[0]).configure(ctx, bound);
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    if (bound[3] != null) {
      pin.set(bound[3].isTrue(ctx));
    }
    if (bound[4] != null) {
      int strength = Args.toInt(ctx, bound[4]);
      if (strength >= 0 && strength < STRENGTHS) {
        pin.setStrength(strength);
      }
    }
    if (bound[1] != PyNone.NONE) {
      int mode = Args.toInt(ctx, bound[1]);
      if (Board.isInputOnly(pin.number) && (mode & OUTPUT_BIT) != 0) {
        throw Errors.valueError(ctx, "pin can only be input");
      }
      pin.setPulses(0, 0);
      pin.setMode(modeOf(mode));
    }
    int pull = bound[2] == PyNone.NONE ? 0 : Args.toInt(ctx, bound[2]);
    if (pull != -1) {
      pin.setPull(
          (pull & PULL_UP) != 0
              ? BoardPin.Pull.UP
              : (pull & PULL_DOWN) != 0 ? BoardPin.Pull.DOWN : BoardPin.Pull.NONE);
    }
    MachineState.of(ctx).settle();
  }

  private static BoardPin.Mode modeOf(int mode) {
    if ((mode & OPEN_DRAIN) == OPEN_DRAIN) {
      return BoardPin.Mode.OPEN_DRAIN;
    }
    if ((mode & OUTPUT_BIT) != 0) {
      return BoardPin.Mode.OUTPUT;
    }
    return (mode & IN) != 0 ? BoardPin.Mode.INPUT : BoardPin.Mode.DISABLED;
  }

  // ---- level ----

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    if (nargs == 0) {
      return PyInt.of(pin.level());
    }
    set(ctx, args[at].isTrue(ctx));
    return PyNone.NONE;
  }

  void set(PyContext ctx, boolean isHigh) {
    pin.set(isHigh);
    MachineState.of(ctx).settle();
  }

  /** value([x]) -> int or None: the level of the pin; sets it when an argument is given. */
  private static PyObject value(PyContext ctx, PyObject[] args, int at, int nargs) {
    return self(ctx, args[at]).call(ctx, args, at + 1, nargs - 1, 0);
  }

  /** off(): sets the pin low. */
  private static PyObject off(PyContext ctx, PyObject self) {
    self(ctx, self).set(ctx, false);
    return PyNone.NONE;
  }

  /** on(): sets the pin high. */
  private static PyObject on(PyContext ctx, PyObject self) {
    self(ctx, self).set(ctx, true);
    return PyNone.NONE;
  }

  /** toggle(): sets the pin to the other level. */
  private static PyObject toggle(PyContext ctx, PyObject self) {
    PyPin pin = self(ctx, self);
    pin.set(ctx, !pin.pin.isSetHigh());
    return PyNone.NONE;
  }

  // ---- interrupts ----

  /**
   * irq(handler=None, trigger=IRQ_FALLING | IRQ_RISING, wake=None, hard=False) -> IRQ: has the
   * handler called with the pin when its level changes so.
   */
  private static PyObject irq(PyContext ctx, PyObject[] bound) {
    PyPin pin = self(ctx, bound[0]);
    pin.handler = bound[1];
    pin.trigger = bound[1] == PyNone.NONE ? 0 : Args.toInt(ctx, bound[2]);
    pin.lastLevel = pin.pin.level();
    return new Irq(pin);
  }

  /** The board tells of a change; it may be another one than of the level. */
  void levelChanged(MachineState state) {
    int level = pin.level();
    if (level == lastLevel) {
      return;
    }
    lastLevel = level;
    boolean isWanted =
        trigger == EITHER
            || (level == 1 && (trigger == RISING || trigger == HIGH_LEVEL))
            || (level == 0 && (trigger == FALLING || trigger == LOW_LEVEL));
    if (isWanted) {
      state.interrupt(handler, this);
    }
  }

  /** What {@code irq} gives: calling it runs the handler, {@code trigger} reads and sets when. */
  private static final class Irq extends PyObject {
    static final PyType TYPE = new TypeTable("IRQ").fn("trigger", 1, 2, Irq::trigger).build();

    private final PyPin pin;

    Irq(PyPin pin) {
      this.pin = pin;
    }

    @Override
    public PyType type() {
      return TYPE;
    }

    @Override
    public boolean isCallable() {
      return true;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 0, 0);
      MachineState.of(ctx).interrupt(pin.handler, pin);
      MachineState.of(ctx).settle();
      return PyNone.NONE;
    }

    /** trigger([value]) -> int: when the handler is called; the setting before when given one. */
    private static PyObject trigger(PyContext ctx, PyObject[] args, int at, int nargs) {
      if (!(args[at] instanceof Irq irq)) {
        throw Errors.wrongSelf(ctx, "IRQ", args[at]);
      }
      int before = irq.pin.trigger;
      if (nargs == 2) {
        irq.pin.trigger = Args.toInt(ctx, args[at + 1]);
      }
      return PyInt.of(before);
    }
  }
}
