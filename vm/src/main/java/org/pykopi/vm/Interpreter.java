package org.pykopi.vm;

import org.pykopi.bytecode.Opcode;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Operators;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyListIterator;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyRangeIterator;

/**
 * Runs word code. {@link #loop} is the dispatch loop: it keeps the state of the running frame in
 * Java locals and writes it back only before something that may raise, call or stop. A Python
 * function that calls a Python function only changes frames inside the loop. The loop returns to
 * {@link #run}, its driver, when a frame that Java started ends, and at safe points when the budget
 * is used up: engines compile a WebAssembly function to fast code only between two entries into it.
 *
 * <p>{@link #loop} has to stay below 8,000 bytes of JVM bytecode, or the JIT compiler gives it up;
 * a test checks that.
 */
public final class Interpreter {
  /** Slots of all frames on {@link Stacks}; with {@link #MAX_FRAMES} the limit of recursion. */
  static final int STACK_SIZE = 1 << 17;

  private static final int MAX_FRAMES = 4000;

  /** Backward jumps and calls between two looks at the host. */
  private static final int BUDGET = 10_000;

  /**
   * Handled exceptions until then: each begins a new activation of the loop, with all its budget.
   */
  private static final int MAX_HANDLED = 100;

  /**
   * Bytes put aside, so that a MemoryError can be dealt with where the Java machine has told us
   * that there are no more.
   */
  private static final int RESERVE_SIZE = 1 << 18;

  // ---- why loop() returns ----
  private static final int RETURNED = 0;
  private static final int YIELDED = 1;
  private static final int PAUSED = 2;

  final VmContext ctx;
  private final ColdOps cold;
  private final Calls calls;
  final Tracer tracer;
  final Stacks stacks;

  /** The running frame; never null. */
  Frame current = new Frame();

  /** What the frame that just ended or yielded gave. */
  private PyObject result;

  private int frameCount;

  /** Null after the memory was used up. */
  private byte[] reserve = new byte[RESERVE_SIZE];

  /** What {@link #unwind} found no handler for. */
  private PyException thrown;

  /** Whether the latest {@link #run} ended with a yield. */
  private boolean yielded;

  Interpreter(VmContext ctx, int stackSize) {
    this.ctx = ctx;
    stacks = new Stacks(stackSize);
    tracer = new Tracer(ctx);
    calls = new Calls(ctx, this);
    cold = new ColdOps(ctx, this, calls);
    current.useStack(stacks.top);
    current.globals = new PyDict();
    current.locals = current.globals;
  }

  /** Sets the globals that code outside of any Python function sees. */
  public void setOutermost(PyDict globals) {
    current.globals = globals;
    current.locals = globals;
  }

  // ---- entry from Java ----

  /** Calls a Python function from Java code. */
  PyObject call(PyFunction function, PyObject[] args, int at, int nargs, int nkw) {
    if (function.code.isGenerator) {
      return makeGenerator(function, args, at, nargs, nkw);
    }
    Frame frame = pushEntry(function);
    try {
      Arguments.bind(ctx, function, args, at, nargs, nkw, frame);
    } catch (PyException e) {
      popEntry(frame);
      throw e;
    }
    return run(frame);
  }

  /**
   * Runs the code of a module, class body or exec() with the given namespaces. A module with {@code
   * await} at its top level gives a generator that runs it.
   */
  public PyObject execute(Code code, PyDict globals, PyDict locals) {
    PyFunction function =
        new PyFunction(code, globals, PyFunction.NO_CELLS, null, PyFunction.NO_CELLS);
    return code.isGenerator
        ? makeGenerator(function, PyObject.NO_ARGS, 0, 0, 0)
        : executeBody(function, locals, PyObject.NO_ARGS);
  }

  /** Runs a class body: its locals are the namespace of the class. */
  PyObject executeBody(PyFunction function, PyDict locals, PyObject[] args) {
    Frame frame = pushEntry(function);
    frame.locals = locals;
    try {
      Arguments.bind(ctx, function, args, 0, args.length, 0, frame);
    } catch (PyException e) {
      popEntry(frame);
      throw e;
    }
    return run(frame);
  }

  PyObject makeGenerator(PyFunction function, PyObject[] args, int at, int nargs, int nkw) {
    Code code = runnable(function);
    Frame frame = new Frame();
    frame.function = function;
    frame.code = code;
    frame.globals = function.globals;
    frame.locals = function.globals;
    frame.useStack(new PyObject[code.stackSize + 1]);
    frame.base = 0;
    frame.sp = code.localCount - 1;
    frame.destination = Frame.TO_JAVA;
    Arguments.bind(ctx, function, args, at, nargs, nkw, frame);
    return ctx.unrun == null ? new PyGenerator(frame) : new PyGenerator(frame, ctx.unrun);
  }

  /**
   * Lets a generator go on until it yields or ends.
   *
   * @return the value yielded, or null at the end; then {@link PyGenerator#returned} is what it
   *     returned
   */
  PyObject resume(PyGenerator generator) {
    Frame frame = generator.frame;
    if (frameCount >= MAX_FRAMES) {
      throw Errors.recursionError(ctx);
    }
    frameCount++;
    stacks.enter(current.free);
    frame.caller = current;
    frame.free = 0;
    frame.destination = Frame.TO_JAVA;
    current = frame;
    PyObject value = run(frame);
    if (yielded) {
      return value;
    }
    generator.returned = value;
    return null;
  }

  /** Runs until the given frame, which is the current one, ends or yields. */
  private PyObject run(Frame entry) {
    try {
      ctx.enter();
    } catch (PyException e) {
      popEntry(entry);
      throw e;
    }
    int handled = 0;
    while (true) {
      // The exception is dealt with after the catch block: the code compiled for WebAssembly loses
      // what is thrown inside one.
      PyException raised = null;
      int outcome = PAUSED;
      try {
        if (entry.injected != null) {
          raiseInjected(entry);
        }
        if (handled < MAX_HANDLED) {
          outcome = loop(current);
        }
        if (outcome == PAUSED) {
          handled = 0;
          if (reserve == null) {
            reserve = new byte[RESERVE_SIZE];
          }
          ctx.poll();
          stacks.renew(current);
        }
      } catch (PyException e) {
        raised = e;
      } catch (OutOfMemoryError e) {
        reserve = null;
        raised = Errors.of(ctx, ExceptionTypes.MEMORY_ERROR);
      }
      if (raised != null) {
        if (!unwind(raised, entry)) {
          stacks.leave();
          ctx.leave();
          throw thrown;
        }
        handled++;
      } else if (outcome != PAUSED) {
        stacks.leave();
        ctx.leave();
        yielded = outcome == YIELDED;
        PyObject value = result;
        result = null;
        return value;
      }
    }
  }

  /**
   * Raises an exception thrown into a generator, unless it waits in {@code yield from}, which
   * passes it on.
   */
  private void raiseInjected(Frame frame) {
    if (frame.code.words[frame.pc] != (Word.COLD + Opcode.YIELD_FROM)) {
      PyObject thrown = frame.injected;
      frame.injected = null;
      throw new PyException(Unwinding.toException(ctx, thrown));
    }
  }

  // ---- threads ----

  /**
   * Runs the frames of a thread, of which {@code entry} is the outermost, until that ends (true) or
   * the turn is over.
   */
  boolean turn(Frame entry) {
    stacks.renew(current);
    for (int handled = 0; handled < MAX_HANDLED; handled++) {
      PyException raised = null;
      int outcome = PAUSED;
      try {
        outcome = loop(current);
      } catch (PyException e) {
        raised = e;
      } catch (ThreadSwitch e) {
        return false;
      }
      if (raised == null) {
        return outcome != PAUSED;
      }
      if (!unwind(raised, entry)) {
        throw thrown;
      }
    }
    return false;
  }

  // ---- frames ----

  /** The code to run: its traced form while there is a trace function. */
  private Code runnable(PyFunction function) {
    Code code = function.code;
    code.prepare();
    return tracer.isActive() ? code.traced() : code;
  }

  /** A new running frame for a function that Java calls, on a stack of its own. */
  private Frame pushEntry(PyFunction function) {
    stacks.enter(current.free);
    try {
      return pushFrame(current, function, 0, Frame.TO_JAVA);
    } catch (PyException e) {
      stacks.leave();
      throw e;
    }
  }

  private void popEntry(Frame entry) {
    stacks.leave();
    popFrame(entry);
  }

  /** A new running frame for the function, with its locals empty. */
  Frame pushFrame(Frame caller, PyFunction function, int base, int destination) {
    Code code = runnable(function);
    if (frameCount >= MAX_FRAMES) {
      throw Errors.recursionError(ctx);
    }
    if (base + code.stackSize >= stacks.top.length) {
      stacks.grow(ctx, current, base + code.stackSize);
    }
    frameCount++;
    Frame frame = caller.next;
    if (frame == null) {
      frame = new Frame();
      caller.next = frame;
    }
    if (frame.stack != stacks.top) {
      frame.useStack(stacks.top);
    }
    frame.caller = caller;
    frame.function = function;
    frame.code = code;
    frame.globals = function.globals;
    frame.locals = function.globals;
    frame.base = base;
    frame.pc = 0;
    frame.sp = base + code.localCount - 1;
    frame.free = base + code.stackSize + 1;
    frame.destination = destination;
    frame.blockCount = 0;
    current = frame;
    return frame;
  }

  /** Makes the caller of the running frame the running one. */
  Frame popFrame(Frame frame) {
    frameCount--;
    current = frame.caller;
    return frame.caller;
  }

  /**
   * Gives an exception to the innermost handler at or above the current frame, up to {@code entry}.
   *
   * @return false when there is none; then all those frames are gone
   */
  boolean unwind(PyException e, Frame entry) {
    PyException raised = e;
    Frame frame = current;
    while (true) {
      tracer.exception(frame, raised);
      Unwinding.addTraceback(raised, frame);
      while (frame.blockCount > 0 && frame.handler() <= frame.pc) {
        frame.popBlock();
      }
      if (frame.blockCount > 0) {
        PyObject value = raised.value;
        ctx.handledException = value;
        frame.blockExceptions[frame.blockCount - 1] = value;
        frame.pc = frame.handler();
        frame.sp = frame.handlerTop() + 1;
        frame.stack[frame.sp] = value;
        current = frame;
        return true;
      }
      popFrame(frame);
      if (frame == entry) {
        thrown = raised;
        return false;
      }
      if (frame.generator != null) {
        raised = frame.generator.endWith(ctx, raised);
      }
      frame = frame.caller;
    }
  }

  // ---- the dispatch loop ----

  // Items go from arrays of PyObject to the stack as plain objects: that spares V8 a check of the
  // type.
  private int loop(Frame start) {
    final VmContext ctx = this.ctx;
    final PyBool yes = PyBool.TRUE;
    final PyBool no = PyBool.FALSE;
    Frame frame = start;
    int budget = BUDGET;
    while (true) {
      // Entered anew whenever another frame becomes the running one.
      final Code code = frame.code;
      final int[] words = code.words;
      final Object[] constants = code.constants;
      final Object[] stack = frame.slots;
      final int base = frame.base;
      int pc = frame.pc;
      int sp = frame.sp;
      Frame next = null;
      running:
      while (true) {
        int word = words[pc];
        int a = word >> 8;
        switch (word & 0xff) {
          case Word.LOAD_FAST -> {
            Object x = stack[base + a];
            if (x == null) {
              frame.pc = pc;
              throw cold.unbound();
            }
            stack[++sp] = x;
            pc++;
          }
          case Word.LOAD_FAST_FAST -> {
            Object x = stack[base + a];
            Object y = stack[base + words[pc + 1]];
            if (x == null || y == null) {
              frame.pc = pc;
              throw cold.unbound();
            }
            stack[++sp] = x;
            stack[++sp] = y;
            pc += 2;
          }
          case Word.STORE_FAST -> {
            stack[base + a] = stack[sp--];
            pc++;
          }
          case Word.LOAD_CONST -> {
            stack[++sp] = constants[a];
            pc++;
          }
          case Word.LOAD_DEREF -> {
            PyObject x = ((PyCell) stack[base + a]).value;
            if (x == null) {
              frame.pc = pc;
              throw cold.unbound();
            }
            stack[++sp] = x;
            pc++;
          }
          case Word.STORE_DEREF -> {
            ((PyCell) stack[base + a]).value = (PyObject) stack[sp--];
            pc++;
          }
          case Word.LOAD_GLOBAL -> {
            PyDict globals = frame.globals;
            if (globals.version == words[pc + 1]) {
              int builtin = words[pc + 3];
              if (builtin == 0) {
                Object[] values = globals.values;
                stack[++sp] = values[words[pc + 2]];
                pc += 4;
                break;
              }
              if (ctx.builtins.version == builtin) {
                Object[] values = ctx.builtins.values;
                stack[++sp] = values[words[pc + 2]];
                pc += 4;
                break;
              }
            }
            frame.pc = pc;
            stack[++sp] = cold.loadGlobal(frame, pc, a);
            pc += 4;
          }
          case Word.LOAD_NAME -> {
            PyDict locals = frame.locals;
            if (locals.version == words[pc + 1]) {
              int builtin = words[pc + 3];
              if (builtin == 0) {
                Object[] values = locals.values;
                stack[++sp] = values[words[pc + 2]];
                pc += 4;
                break;
              }
              if (ctx.builtins.version == builtin) {
                Object[] values = ctx.builtins.values;
                stack[++sp] = values[words[pc + 2]];
                pc += 4;
                break;
              }
            }
            frame.pc = pc;
            stack[++sp] = cold.loadName(frame, pc, a);
            pc += 4;
          }
          case Word.STORE_GLOBAL -> {
            PyDict globals = frame.globals;
            if (globals.version == words[pc + 1]) {
              Object[] values = globals.values;
              values[words[pc + 2]] = stack[sp--];
            } else {
              frame.pc = pc;
              cold.store(globals, code, pc, a, (PyObject) stack[sp--]);
            }
            pc += 3;
          }
          case Word.STORE_NAME -> {
            PyDict locals = frame.locals;
            if (locals.version == words[pc + 1]) {
              Object[] values = locals.values;
              values[words[pc + 2]] = stack[sp--];
            } else {
              frame.pc = pc;
              cold.store(locals, code, pc, a, (PyObject) stack[sp--]);
            }
            pc += 3;
          }
          case Word.LOAD_ATTR -> {
            Object object = stack[sp];
            if (object instanceof PyInstance instance && instance.shape.id == words[pc + 1]) {
              Object[] slots = instance.slots;
              stack[sp] = slots[words[pc + 2]];
            } else {
              frame.pc = pc;
              stack[sp] = cold.loadAttribute((PyObject) object, code, pc + 1, a);
            }
            pc += 3;
          }
          case Word.LOAD_FAST_ATTR -> {
            Object object = stack[base + a];
            if (object instanceof PyInstance instance && instance.shape.id == words[pc + 2]) {
              Object[] slots = instance.slots;
              stack[++sp] = slots[words[pc + 3]];
            } else {
              frame.pc = pc;
              stack[++sp] = cold.loadAttribute((PyObject) object, code, pc + 2, words[pc + 1]);
            }
            pc += 4;
          }
          case Word.LOAD_METHOD -> {
            Object object = stack[sp];
            if (object instanceof PyInstance instance
                && instance.shape.id == words[pc + 1]
                && ctx.classVersion == words[pc + 2]) {
              stack[sp] = code.methodCache[words[pc + 3]];
              stack[++sp] = object;
            } else if (words[pc + 1] < 0 && ((PyObject) object).type().id == words[pc + 1]) {
              stack[sp] = code.methodCache[words[pc + 3]];
              stack[++sp] = object;
            } else {
              frame.pc = pc;
              stack[sp] = cold.loadMethod((PyObject) object, code, pc, a);
              stack[++sp] = ctx.methodSelf;
            }
            pc += 4;
          }
          case Word.STORE_ATTR -> {
            Object object = stack[sp];
            if (object instanceof PyInstance instance
                && instance.shape.id == words[pc + 1]
                && stack[sp - 1] != null) {
              Object[] slots = instance.slots;
              slots[words[pc + 2]] = stack[sp - 1];
            } else {
              frame.pc = pc;
              cold.storeAttribute((PyObject) object, code, pc, a, (PyObject) stack[sp - 1]);
            }
            sp -= 2;
            pc += 4;
          }
          case Word.LOAD_SUBSCR -> {
            Object index = stack[sp--];
            Object object = stack[sp];
            frame.pc = pc;
            if (object instanceof PyList list
                && index instanceof PyInt i
                && i.value >= 0
                && i.value < list.size) {
              Object[] items = list.items;
              stack[sp] = items[i.value];
            } else {
              stack[sp] = ((PyObject) object).getItem(ctx, (PyObject) index);
            }
            pc++;
          }
          case Word.STORE_SUBSCR -> {
            Object index = stack[sp];
            Object object = stack[sp - 1];
            frame.pc = pc;
            if (object instanceof PyList list
                && index instanceof PyInt i
                && i.value >= 0
                && i.value < list.size
                && stack[sp - 2] != null) {
              Object[] items = list.items;
              items[i.value] = stack[sp - 2];
            } else {
              cold.storeItem((PyObject) object, (PyObject) index, (PyObject) stack[sp - 2]);
            }
            sp -= 3;
            pc++;
          }
          case Word.POP_TOP -> {
            sp--;
            pc++;
          }
          case Word.DUP_TOP -> {
            stack[sp + 1] = stack[sp];
            sp++;
            pc++;
          }
          case Word.DUP_TOP_TWO -> {
            stack[sp + 1] = stack[sp - 1];
            stack[sp + 2] = stack[sp];
            sp += 2;
            pc++;
          }
          case Word.ROT_TWO -> {
            Object x = stack[sp];
            stack[sp] = stack[sp - 1];
            stack[sp - 1] = x;
            pc++;
          }
          case Word.ROT_THREE -> {
            Object x = stack[sp];
            stack[sp] = stack[sp - 1];
            stack[sp - 1] = stack[sp - 2];
            stack[sp - 2] = x;
            pc++;
          }
          case Word.LOAD_NULL -> {
            stack[++sp] = null;
            pc++;
          }
          case Word.JUMP -> {
            if (a <= pc && --budget <= 0) {
              frame.pc = a;
              frame.sp = sp;
              return PAUSED;
            }
            pc = a;
          }
          case Word.POP_JUMP_IF_TRUE, Word.POP_JUMP_IF_FALSE -> {
            Object x = stack[sp--];
            boolean sense = (word & 0xff) == Word.POP_JUMP_IF_TRUE;
            boolean truth;
            if (x == yes) {
              truth = true;
            } else if (x == no) {
              truth = false;
            } else {
              frame.pc = pc;
              truth = ((PyObject) x).isTrue(ctx);
            }
            if (truth != sense) {
              pc++;
            } else {
              if (a <= pc && --budget <= 0) {
                frame.pc = a;
                frame.sp = sp;
                return PAUSED;
              }
              pc = a;
            }
          }
          case Word.JUMP_IF_TRUE_OR_POP, Word.JUMP_IF_FALSE_OR_POP -> {
            frame.pc = pc;
            boolean sense = (word & 0xff) == Word.JUMP_IF_TRUE_OR_POP;
            if (((PyObject) stack[sp]).isTrue(ctx) == sense) {
              pc = a;
            } else {
              sp--;
              pc++;
            }
          }
          case Word.COMPARE_JUMP -> {
            Object y = stack[sp--];
            Object x = stack[sp--];
            int op = words[pc + 1];
            boolean truth;
            if (x instanceof PyInt i && y instanceof PyInt j) {
              truth = IntOps.compareInts(op, i.value, j.value);
            } else {
              frame.pc = pc;
              truth = cold.compare(op, x, y);
            }
            if (truth != (words[pc + 2] != 0)) {
              pc += 3;
            } else {
              if (a <= pc && --budget <= 0) {
                frame.pc = a;
                frame.sp = sp;
                return PAUSED;
              }
              pc = a;
            }
          }
          case Word.COMPARE_FAST_FAST_JUMP -> {
            Object x = stack[base + words[pc + 3]];
            Object y = stack[base + words[pc + 4]];
            int op = words[pc + 1];
            boolean truth;
            if (x instanceof PyInt i && y instanceof PyInt j) {
              truth = IntOps.compareInts(op, i.value, j.value);
            } else {
              frame.pc = pc;
              truth = cold.compare(op, x, y);
            }
            if (truth != (words[pc + 2] != 0)) {
              pc += 5;
            } else {
              if (a <= pc && --budget <= 0) {
                frame.pc = a;
                frame.sp = sp;
                return PAUSED;
              }
              pc = a;
            }
          }
          case Word.COMPARE_FAST_INT_JUMP -> {
            Object x = stack[base + words[pc + 3]];
            int op = words[pc + 1];
            boolean truth;
            if (x instanceof PyInt i) {
              truth = IntOps.compareInts(op, i.value, words[pc + 4]);
            } else {
              frame.pc = pc;
              truth = cold.compare(op, x, constants[words[pc + 5]]);
            }
            if (truth != (words[pc + 2] != 0)) {
              pc += 6;
            } else {
              if (a <= pc && --budget <= 0) {
                frame.pc = a;
                frame.sp = sp;
                return PAUSED;
              }
              pc = a;
            }
          }
          case Word.GET_ITER_STACK -> {
            frame.pc = pc;
            stack[sp + 1] = ((PyObject) stack[sp]).iter(ctx);
            sp += 3;
            pc++;
          }
          case Word.FOR_ITER, Word.FOR_ITER_FAST -> {
            Object iterator = stack[sp - 2];
            Object x;
            if (iterator instanceof PyListIterator items && items.index < items.list.size) {
              Object[] all = items.list.items;
              x = all[items.index++];
            } else if (iterator instanceof PyRangeIterator range && range.value != range.end) {
              x = PyInt.of(range.value);
              range.value += range.step;
            } else if (iterator instanceof PyGenerator generator && generator.pending == null) {
              frame.pc = pc;
              frame.sp = sp;
              next = Delegation.enterLoop(this, frame, generator);
              break running;
            } else {
              frame.pc = pc;
              frame.sp = sp;
              x = ((PyObject) iterator).next(ctx);
            }
            if (x == null) {
              sp -= 4;
              pc = a;
            } else if ((word & 0xff) == Word.FOR_ITER) {
              stack[++sp] = x;
              pc++;
            } else {
              stack[base + words[pc + 1]] = x;
              pc += 2;
            }
          }
          case Word.CALL_FUNCTION -> {
            int at = sp - (a & 0xff) - (a >> 7 & 0x1fe);
            Object callee = stack[at];
            frame.pc = pc;
            frame.sp = at;
            if (callee instanceof PyFunction function) {
              next =
                  function.isPlain && a == function.code.positional && frame.generator == null
                      ? enter(frame, function, at + 1, Frame.TO_CALLER)
                      : calls.enterFunction(frame, function, frame.stack, at + 1, a & 0xff, a >> 8);
            } else {
              next =
                  calls.callObject(frame, (PyObject) callee, frame.stack, at + 1, a & 0xff, a >> 8);
            }
            if (next != null) {
              break running;
            }
            sp = at;
            pc++;
          }
          case Word.CALL_METHOD -> {
            int at = sp - (a & 0xff) - (a >> 7 & 0x1fe) - 1;
            Object callee = stack[at];
            int first = stack[at + 1] == null ? at + 2 : at + 1;
            int count = (a & 0xff) + (at + 2 - first);
            frame.pc = pc;
            frame.sp = at;
            if (callee instanceof PyFunction function) {
              next =
                  function.isPlain
                          && a >> 8 == 0
                          && count == function.code.positional
                          && frame.generator == null
                      ? enter(frame, function, first, Frame.TO_CALLER)
                      : calls.enterFunction(frame, function, frame.stack, first, count, a >> 8);
            } else {
              next = calls.callObject(frame, (PyObject) callee, frame.stack, first, count, a >> 8);
            }
            if (next != null) {
              break running;
            }
            sp = at;
            pc++;
          }
          case Word.RETURN_FAST, Word.RETURN_VALUE -> {
            if ((word & 0xff) == Word.RETURN_FAST) {
              stack[++sp] = stack[base + a];
              if (stack[sp] == null) {
                frame.pc = pc;
                throw cold.unbound();
              }
            }
            if (frame.blockCount > 0) {
              frame.pc = pc;
              if (Unwinding.startReturn(frame, pc, sp)) {
                next = frame;
                break running;
              }
              sp = frame.sp;
            }
            Object x = stack[sp];
            Frame caller = frame.caller;
            frameCount--;
            current = caller;
            if (frame.destination != Frame.TO_CALLER) {
              if (frame.destination == Frame.TO_JAVA) {
                result = (PyObject) x;
                return RETURNED;
              }
              if (frame.generator != null) {
                next = Delegation.endGenerator(frame, (PyObject) x);
                break running;
              }
              x = calls.finishInit(frame, (PyObject) x);
            }
            caller.slots[caller.sp] = x;
            caller.pc++;
            next = caller;
            break running;
          }
          case Word.YIELD_VALUE, Word.YIELD_AGAIN -> {
            frame.pc = (word & 0xff) == Word.YIELD_VALUE ? pc + 1 : pc - 1;
            frame.sp = sp;
            frameCount--;
            current = frame.caller;
            if (frame.destination != Frame.TO_JAVA) {
              next = Delegation.giveItem(this, frame, (PyObject) stack[sp]);
              break running;
            }
            result = (PyObject) stack[sp];
            return YIELDED;
          }
          case Word.ADD -> {
            Object y = stack[sp--];
            Object x = stack[sp];
            if (x instanceof PyInt i && y instanceof PyInt j) {
              stack[sp] = PyInt.of((long) i.value + j.value);
            } else {
              frame.pc = pc;
              stack[sp] = cold.binary(a, x, y);
            }
            pc++;
          }
          case Word.SUBTRACT -> {
            Object y = stack[sp--];
            Object x = stack[sp];
            if (x instanceof PyInt i && y instanceof PyInt j) {
              stack[sp] = PyInt.of((long) i.value - j.value);
            } else {
              frame.pc = pc;
              stack[sp] = cold.binary(a, x, y);
            }
            pc++;
          }
          case Word.MULTIPLY -> {
            Object y = stack[sp--];
            Object x = stack[sp];
            if (x instanceof PyInt i && y instanceof PyInt j) {
              stack[sp] = PyInt.of((long) i.value * j.value);
            } else {
              frame.pc = pc;
              stack[sp] = cold.binary(a, x, y);
            }
            pc++;
          }
          case Word.ADD_FAST_INT -> {
            Object x = stack[base + a];
            if (x instanceof PyInt i) {
              stack[++sp] = PyInt.of((long) i.value + words[pc + 1]);
            } else {
              frame.pc = pc;
              stack[++sp] = cold.binary(words[pc + 3], x, constants[words[pc + 2]]);
            }
            pc += 4;
          }
          case Word.ADD_FAST_INT_STORE -> {
            Object x = stack[base + a];
            if (x instanceof PyInt i) {
              stack[base + words[pc + 4]] = PyInt.of((long) i.value + words[pc + 1]);
            } else {
              frame.pc = pc;
              stack[base + words[pc + 4]] = cold.binary(words[pc + 3], x, constants[words[pc + 2]]);
            }
            pc += 5;
          }
          case Word.BINARY_FAST_FAST -> {
            Object x = stack[base + words[pc + 1]];
            Object y = stack[base + words[pc + 2]];
            PyObject z = null;
            if (x instanceof PyInt i && y instanceof PyInt j) {
              z = IntOps.quick(a, i.value, j.value);
            }
            if (z == null) {
              frame.pc = pc;
              z = cold.binary(a, x, y);
            }
            stack[++sp] = z;
            pc += 3;
          }
          case Word.BINARY_INT -> {
            Object x = stack[sp];
            PyObject z = x instanceof PyInt i ? IntOps.quick(a, i.value, words[pc + 1]) : null;
            if (z == null) {
              frame.pc = pc;
              z = cold.binary(a, x, constants[words[pc + 2]]);
            }
            stack[sp] = z;
            pc += 3;
          }
          case Word.BINARY -> {
            Object y = stack[sp--];
            frame.pc = pc;
            stack[sp] = cold.binary(a, stack[sp], y);
            pc++;
          }
          case Word.COMPARE -> {
            Object y = stack[sp--];
            Object x = stack[sp];
            if (x instanceof PyInt i && y instanceof PyInt j) {
              stack[sp] = IntOps.compareInts(a, i.value, j.value) ? yes : no;
            } else {
              frame.pc = pc;
              stack[sp] = cold.binary(a, x, y);
            }
            pc++;
          }
          case Word.APPEND -> {
            frame.pc = pc;
            ((PyList) stack[sp - a]).append(ctx, (PyObject) stack[sp--]);
            pc++;
          }
          case Word.UNARY -> {
            frame.pc = pc;
            stack[sp] = Operators.unary(ctx, a, (PyObject) stack[sp]);
            pc++;
          }
          case Word.NOT -> {
            frame.pc = pc;
            stack[sp] = ((PyObject) stack[sp]).isTrue(ctx) ? no : yes;
            pc++;
          }
          default -> {
            frame.pc = pc;
            frame.sp = sp;
            next = cold.execute(frame, (word & 0xff) - Word.COLD, a);
            break running;
          }
        }
      }
      frame = next;
      if (--budget <= 0) {
        return PAUSED;
      }
    }
  }

  /** Lets a generator go on with that value: makes its frame the running one. */
  Frame enterGenerator(Frame caller, PyGenerator generator, PyObject sent, int destination) {
    if (frameCount >= MAX_FRAMES) {
      throw Errors.recursionError(ctx);
    }
    generator.begin(ctx, sent);
    frameCount++;
    Frame frame = generator.frame;
    frame.caller = caller;
    frame.free = caller.free;
    frame.destination = destination;
    current = frame;
    return frame;
  }

  /** Makes a frame for a function whose arguments lie in place on the stack. */
  Frame enter(Frame caller, PyFunction function, int at, int destination) {
    Frame frame = pushFrame(caller, function, at, destination);
    PyObject[] stack = frame.stack;
    int end = at + function.code.localCount;
    for (int i = at + function.code.positional; i < end; i++) {
      stack[i] = null;
    }
    return frame;
  }
}
