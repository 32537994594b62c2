package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Classes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBuiltinFunction;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.util.Utf8;

/**
 * {@code micropython}: constants, the scheduler, and a look at the machine. Figures about memory
 * are imagined as in {@link GcModule}; a locked heap stops containers only.
 */
public final class MicropythonModule {
  private MicropythonModule() {}

  private static final int QUEUE_LENGTH = 8;
  private static final int BYTES_PER_LEVEL = 400;

  /** Settings that programs can read back or that the runtime asks for. */
  private static final class State {
    int optimisation;
    int interruptCharacter = 3;
  }

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("micropython")
        .fn1("const", MicropythonModule::const_)
        .fn("opt_level", 0, 1, MicropythonModule::opt_level)
        .fn("mem_info", 0, 1, MicropythonModule::mem_info)
        .fn("qstr_info", 0, 1, MicropythonModule::qstr_info)
        .fn0("stack_use", MicropythonModule::stack_use)
        .fn0("heap_lock", MicropythonModule::heap_lock)
        .fn0("heap_unlock", MicropythonModule::heap_unlock)
        .fn1("kbd_intr", MicropythonModule::kbd_intr)
        .when(ctx.profile.isFull())
        .fn2("schedule", MicropythonModule::schedule)
        .fn0("heap_locked", MicropythonModule::heap_locked)
        .when(ctx.profile.isMicropython())
        .constant("RingIO", PyRingIo.TYPE)
        .when(ctx.profile.isPycopy())
        .fn0("mem_total", MicropythonModule::mem_current)
        .fn0("mem_current", MicropythonModule::mem_current)
        .fn0("mem_peak", MicropythonModule::mem_current)
        .fn0("mem_reset", MicropythonModule::mem_reset)
        .fn2("icast", MicropythonModule::icast)
        .when(ctx.profile.isDev())
        .fn("function", 3, 4, MicropythonModule::function)
        .fn2("writable_ns", MicropythonModule::writable_ns)
        .build();
  }

  private static State state(PyContext ctx) {
    State state = (State) ctx.moduleState.get("micropython");
    if (state == null) {
      state = new State();
      ctx.moduleState.put("micropython", state);
    }
    return state;
  }

  /** The level of optimisation for code compiled from now on; 1 and more leave assertions out. */
  public static int optimisation(PyContext ctx) {
    return state(ctx).optimisation;
  }

  public static void setOptimisation(PyContext ctx, int level) {
    state(ctx).optimisation = level;
  }

  /** The character that interrupts a program, -1 for none. */
  public static int interruptCharacter(PyContext ctx) {
    return state(ctx).interruptCharacter;
  }

  /** const(value) -> object: the value; the compiler puts it in place of the name when it can. */
  private static PyObject const_(PyContext ctx, PyObject value) {
    return value;
  }

  /** opt_level([level]) -> int or None: the level of optimisation for code compiled from now on. */
  private static PyObject opt_level(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 0) {
      return PyInt.of(state(ctx).optimisation);
    }
    state(ctx).optimisation = Args.toInt(ctx, args[at]);
    return PyNone.NONE;
  }

  /** mem_info([verbose]): prints figures about memory. */
  private static PyObject mem_info(PyContext ctx, PyObject[] args, int at, int nargs) {
    ctx.print(MemoryReport.memory(ctx, stackUse(ctx), nargs > 0));
    return PyNone.NONE;
  }

  /** What {@code mem_info()} prints. */
  public static String memoryReport(PyContext ctx) {
    return MemoryReport.memory(ctx, stackUse(ctx), false);
  }

  /** qstr_info([verbose]): prints figures about names. */
  private static PyObject qstr_info(PyContext ctx, PyObject[] args, int at, int nargs) {
    ctx.print(MemoryReport.names(ctx, nargs > 0));
    return PyNone.NONE;
  }

  private static int stackUse(PyContext ctx) {
    return BYTES_PER_LEVEL * (4 + ctx.depth());
  }

  /** stack_use() -> int: bytes of the stack in use. */
  private static PyObject stack_use(PyContext ctx) {
    return PyInt.of(stackUse(ctx));
  }

  /** heap_lock(): counts a lock of the heap. */
  private static PyObject heap_lock(PyContext ctx) {
    ctx.heapLocks++;
    return PyNone.NONE;
  }

  /** heap_unlock() -> int: takes one lock away; the number left. */
  private static PyObject heap_unlock(PyContext ctx) {
    ctx.heapLocks = Math.max(0, ctx.heapLocks - 1);
    return PyInt.of(ctx.heapLocks);
  }

  /** heap_locked() -> int: how many locks there are. */
  private static PyObject heap_locked(PyContext ctx) {
    return PyInt.of(ctx.heapLocks);
  }

  /**
   * mem_current() -> int: bytes of the heap in use; mem_total() and mem_peak() are no more here.
   */
  private static PyObject mem_current(PyContext ctx) {
    return PyInt.of(GcModule.allocated(ctx));
  }

  /** mem_reset(): would start counting anew. */
  private static PyObject mem_reset(PyContext ctx) {
    return PyNone.NONE;
  }

  /** kbd_intr(character): sets the character that interrupts; -1 for none. */
  private static PyObject kbd_intr(PyContext ctx, PyObject character) {
    state(ctx).interruptCharacter = Args.toInt(ctx, character);
    return PyNone.NONE;
  }

  /**
   * schedule(function, argument): has {@code function(argument)} called soon, between two steps of
   * the program.
   */
  private static PyObject schedule(PyContext ctx, PyObject function, PyObject argument) {
    if (function instanceof PyBuiltinFunction builtin && builtin.name.equals("kbd_intr")) {
      scheduleInterrupt(ctx);
      return PyNone.NONE;
    }
    if (ctx.scheduled.size() >= QUEUE_LENGTH) {
      // The next step of the program may be far away; outside of a callback the waiting ones can
      // run now.
      ctx.poll();
    }
    if (ctx.scheduled.size() >= QUEUE_LENGTH) {
      throw Errors.runtimeError(ctx, "schedule queue full");
    }
    ctx.scheduled.add(new PyObject[] {function, argument});
    return PyNone.NONE;
  }

  /** Several requests to interrupt count as one. */
  private static void scheduleInterrupt(PyContext ctx) {
    for (PyObject[] callback : ctx.scheduled) {
      if (callback[0] == null) {
        return;
      }
    }
    ctx.scheduled.add(new PyObject[] {null, null});
  }

  /**
   * function(code, table, globals[, defaults]) -> function: from bytecode as Pycopy's machine has
   * it in memory; ValueError for code that could not run.
   */
  private static PyObject function(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject defaults = nargs > 3 ? args[at + 3] : PyTuple.EMPTY;
    if (!(args[at + 2] instanceof PyDict globals && defaults instanceof PyTuple values)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return ctx.makeFunction(
        Args.toBuffer(ctx, args[at]), Args.toBuffer(ctx, args[at + 1]), globals, values.items());
  }

  /**
   * icast(object, type) -> object: bytes as str, without a check of their encoding in Pycopy. Here
   * the str is a new object.
   */
  private static PyObject icast(PyContext ctx, PyObject object, PyObject type) {
    if (object.type() == type) {
      return object;
    }
    if (object instanceof PyBytes && type == PyStr.TYPE) {
      BufferView view = object.buffer();
      return PyStr.of(Utf8.decodeLenient(view.data(), view.offset(), view.length()));
    }
    throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
  }

  /** writable_ns(type or module, flag) -> bool: opens it for changes; whether it was open. */
  private static PyObject writable_ns(PyContext ctx, PyObject owner, PyObject flag) {
    return PyBool.of(Classes.setWritable(ctx, owner, flag.isTrue(ctx)));
  }
}
