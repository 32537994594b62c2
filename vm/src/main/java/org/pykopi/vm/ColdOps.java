package org.pykopi.vm;

import org.pykopi.bytecode.Opcode;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Names;
import org.pykopi.object.Operators;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PySet;
import org.pykopi.object.PySlice;
import org.pykopi.object.PyStr;
import org.pykopi.object.PySuper;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.Sequences;
import org.pykopi.object.Shape;

/**
 * Instructions that are rare or long: the loop hands them over with {@code frame.pc} and {@code
 * frame.sp} written back, and takes both from the frame afterwards. The second half are the slow
 * paths of frequent instructions, which fill the inline caches.
 */
final class ColdOps {
  private static final PyStr BUILD_CLASS = PyStr.intern("__build_class__");
  private static final PyStr IMPORT = PyStr.intern("__import__");

  private final VmContext ctx;
  private final Interpreter interpreter;
  private final Calls calls;
  private final NativeOps nativeOps;

  ColdOps(VmContext ctx, Interpreter interpreter, Calls calls) {
    this.ctx = ctx;
    this.interpreter = interpreter;
    this.calls = calls;
    nativeOps = new NativeOps(ctx);
  }

  /** Runs one instruction; the frame to go on with. */
  Frame execute(Frame frame, int op, int operand) {
    int pc = frame.pc;
    switch (op) {
      case Opcode.CALL_FUNCTION_VAR_KW:
      case Opcode.CALL_METHOD_VAR_KW:
        {
          Frame callee = calls.callSpread(frame, operand, op == Opcode.CALL_METHOD_VAR_KW);
          if (callee != null) {
            return callee;
          }
          frame.pc = pc + 1;
          return frame;
        }
      case Opcode.CALL_FUNCTION_STARS:
      case Opcode.CALL_METHOD_STARS:
        {
          Frame callee = calls.callStars(frame, operand, op == Opcode.CALL_METHOD_STARS);
          if (callee != null) {
            return callee;
          }
          frame.pc = pc + 1;
          return frame;
        }
      case Word.ENTER_WITH - Word.COLD:
        return enterWith(frame, pc);
      case Word.EXIT_WITH - Word.COLD:
        return exitWith(frame, pc);
      case Opcode.POP_EXCEPT_JUMP:
        frame.popBlock();
        ctx.handledException = null;
        frame.pc = operand;
        return frame;
      case Opcode.END_FINALLY:
        PyObject pending = Unwinding.endFinally(frame, pc);
        return pending == null ? frame : Unwinding.raise(interpreter, frame, pending);
      case Opcode.RAISE_LAST:
      case Opcode.RAISE_OBJ:
      case Opcode.RAISE_FROM:
        return Unwinding.raise(interpreter, frame, toRaise(frame, op));
      case Opcode.UNWIND_JUMP:
        Unwinding.jump(frame, pc, PyInt.of(operand), frame.code.words[pc + 1]);
        return frame;
      case Opcode.YIELD_FROM:
        return yieldFrom(frame);
      case Opcode.MAKE_CLOSURE:
      case Opcode.MAKE_CLOSURE_DEFARGS:
        makeClosure(frame, op, operand, frame.code.words[pc + 1]);
        frame.pc = pc + 2;
        return frame;
      case Word.TRACE - Word.COLD:
      case Word.TRACE_CALL - Word.COLD:
      case Word.TRACE_LOOP - Word.COLD:
        frame.pc = pc + 1;
        trace(frame, op, operand);
        return frame;
      case Opcode.NATIVE_CONVERT:
      case Opcode.NATIVE_CAST:
      case Opcode.NATIVE_BINARY:
      case Opcode.NATIVE_LOAD:
      case Opcode.NATIVE_STORE:
        frame.sp += nativeOps.execute(frame.stack, frame.sp, op, operand);
        frame.pc = pc + 1;
        return frame;
      case Opcode.BUILD_TUPLE:
      case Opcode.BUILD_LIST:
      case Opcode.BUILD_MAP:
      case Opcode.STORE_MAP:
      case Opcode.STORE_COMP:
      case Opcode.BUILD_SLICE:
      case Opcode.UNPACK_SEQUENCE:
        frame.sp += build(frame, op, operand);
        frame.pc = pc + 1;
        return frame;
      default:
        frame.sp += simple(frame, op, operand);
        frame.pc = pc + 1;
        return frame;
    }
  }

  private void trace(Frame frame, int op, int operand) {
    switch (op + Word.COLD) {
      case Word.TRACE -> interpreter.tracer.step(frame, operand);
      case Word.TRACE_CALL -> interpreter.tracer.call(frame, operand != 0);
      default -> interpreter.tracer.loop(frame);
    }
  }

  /** An instruction without jump; the change of the stack's height. */
  private int simple(Frame frame, int op, int operand) {
    PyObject[] stack = frame.stack;
    int sp = frame.sp;
    switch (op) {
      case Opcode.SETUP_WITH:
        frame.pushBlock(operand, sp - 1, true);
        return 0;
      case Opcode.SETUP_EXCEPT:
      case Opcode.SETUP_FINALLY:
        frame.pushBlock(operand, sp, op == Opcode.SETUP_FINALLY);
        return 0;
      case Opcode.WITH_CLEANUP:
        return endWith(stack, sp);
      case Opcode.GET_ITER:
        stack[sp] = stack[sp].iter(ctx);
        return 0;
      case Opcode.DELETE_FAST:
        deleteLocal(frame, operand);
        return 0;
      case Opcode.DELETE_DEREF:
        deleteCell((PyCell) stack[frame.base + operand]);
        return 0;
      case Opcode.STORE_NAME_CONST:
        storeConstant(frame.locals, frame.code.unit.names[operand], stack[sp]);
        return -1;
      case Opcode.STORE_GLOBAL_CONST:
        storeConstant(frame.globals, frame.code.unit.names[operand], stack[sp]);
        return -1;
      case Opcode.DELETE_NAME:
        deleteName(frame.locals, frame.code.unit.names[operand]);
        return 0;
      case Opcode.DELETE_GLOBAL:
        deleteName(frame.globals, frame.code.unit.names[operand]);
        return 0;
      default:
        return build(frame, op, operand);
    }
  }

  private int build(Frame frame, int op, int operand) {
    PyObject[] stack = frame.stack;
    int sp = frame.sp;
    if (ctx.heapLocks > 0) {
      checkHeap(op, operand);
    }
    switch (op) {
      case Opcode.BUILD_TUPLE:
        stack[sp - operand + 1] = PyTuple.copyOf(stack, sp - operand + 1, operand);
        return 1 - operand;
      case Opcode.BUILD_LIST:
        stack[sp - operand + 1] = PyList.copyOf(stack, sp - operand + 1, operand);
        return 1 - operand;
      case Opcode.BUILD_MAP:
        stack[sp + 1] = new PyDict(operand);
        return 1;
      case Opcode.BUILD_SET:
        {
          PySet set = new PySet();
          for (int i = sp - operand + 1; i <= sp; i++) {
            set.add(ctx, stack[i]);
          }
          stack[sp - operand + 1] = set;
          return 1 - operand;
        }
      case Opcode.BUILD_SLICE:
        {
          int first = sp - operand + 1;
          PyObject step = operand == 3 ? stack[sp] : PyNone.NONE;
          stack[first] = new PySlice(stack[first], stack[first + 1], step);
          return 1 - operand;
        }
      case Opcode.STORE_MAP:
        ((PyDict) stack[sp - 2]).put(ctx, stack[sp], stack[sp - 1]);
        return -2;
      case Opcode.STORE_COMP:
        return storeComprehension(stack, sp, operand);
      case Opcode.UNPACK_SEQUENCE:
        unpack(stack, sp, operand);
        return operand - 1;
      case Opcode.UNPACK_EX:
        unpackStarred(stack, sp, operand & 0xff, operand >> 8);
        return (operand & 0xff) + (operand >> 8);
      case Opcode.MAKE_FUNCTION:
        stack[sp + 1] = makeFunction(frame, operand, null, null, PyFunction.NO_CELLS);
        return 1;
      case Opcode.MAKE_FUNCTION_DEFARGS:
        stack[sp - 1] = makeFunction(frame, operand, stack[sp - 1], stack[sp], PyFunction.NO_CELLS);
        return -1;
      default:
        return other(frame, op, operand);
    }
  }

  private void checkHeap(int op, int operand) {
    boolean allocates =
        op == Opcode.BUILD_LIST
            || op == Opcode.BUILD_MAP
            || op == Opcode.BUILD_SET
            || op == Opcode.BUILD_TUPLE && operand > 0;
    if (allocates) {
      ctx.checkHeap();
    }
  }

  private int other(Frame frame, int op, int operand) {
    PyObject[] stack = frame.stack;
    int sp = frame.sp;
    switch (op) {
      case Opcode.LOAD_BUILD_CLASS:
        stack[sp + 1] = buildClass();
        return 1;
      case Opcode.LOAD_SUPER_METHOD:
        {
          PySuper parent = PySuper.of(ctx, stack[sp - 1], stack[sp]);
          PyStr name = frame.code.unit.names[operand];
          PyObject function = Attributes.findMethod(ctx, parent, name);
          PyObject self = ctx.methodSelf;
          if (function == null) {
            throw Attributes.missing(ctx, parent, name);
          }
          stack[sp - 2] = function;
          stack[sp - 1] = self;
          return -1;
        }
      case Opcode.IMPORT_NAME:
        {
          PyStr name = frame.code.unit.names[operand];
          PyObject fromList = stack[sp];
          stack[sp - 1] = importName(name, frame, fromList, stack[sp - 1]);
          return -1;
        }
      case Opcode.IMPORT_FROM:
        stack[sp + 1] = importFrom(stack[sp], frame.code.unit.names[operand], frame);
        return 1;
      case Opcode.IMPORT_STAR:
        importAll(frame.locals, stack[sp]);
        return -1;
      default:
        throw Errors.notImplemented(ctx, "opcode");
    }
  }

  private PyObject buildClass() {
    PyObject found = ctx.builtins.getStr(BUILD_CLASS);
    if (found == null) {
      throw undefined(BUILD_CLASS);
    }
    return found;
  }

  // ---- with, raise, yield from ----

  /** Calls {@code __enter__}: {@code manager -> exit self value}. */
  private Frame enterWith(Frame frame, int pc) {
    PyObject[] stack = frame.stack;
    int sp = frame.sp;
    PyObject manager = stack[sp];
    PyObject exit = requireMethod(manager, Names.EXIT);
    PyObject exitSelf = ctx.methodSelf;
    PyObject enter = requireMethod(manager, Names.ENTER);
    PyObject enterSelf = ctx.methodSelf;
    PyObject value = null;
    if (!(enter instanceof PyFunction)) {
      // A thread that has to wait here does all of it again, so the stack stays as it is till then.
      value = enterSelf == null ? enter.call0(ctx) : enter.call1(ctx, enterSelf);
    }
    stack[sp] = exit;
    stack[sp + 1] = exitSelf;
    stack[sp + 2] = value == null ? enterSelf : value;
    frame.sp = sp + 2;
    int nargs = enterSelf == null ? 0 : 1;
    Frame called = value == null ? calls.callInPlace(frame, (PyFunction) enter, nargs) : null;
    if (called != null) {
      return called;
    }
    frame.pc = pc + 1;
    return frame;
  }

  private PyObject requireMethod(PyObject object, PyStr name) {
    PyObject method = Attributes.findMethod(ctx, object, name);
    if (method == null) {
      throw Attributes.missing(ctx, object, name);
    }
    return method;
  }

  /**
   * Calls {@code __exit__}: {@code exit self X -> X result}, where X is what {@link Unwinding}
   * says.
   */
  private Frame exitWith(Frame frame, int pc) {
    PyObject[] stack = frame.stack;
    PyObject todo = stack[frame.sp];
    boolean isJump = todo instanceof PyInt;
    int at = isJump ? frame.sp - 3 : frame.sp - 2;
    PyObject exit = stack[at];
    PyObject self = stack[at + 1];
    if (isJump) {
      stack[at++] = stack[frame.sp - 1];
    }
    stack[at++] = todo;
    boolean isRaised = !isJump && todo != PyNone.NONE;
    int next = at;
    if (self != null) {
      stack[next++] = self;
    }
    stack[next++] = isRaised ? todo.type() : PyNone.NONE;
    stack[next++] = isRaised ? todo : PyNone.NONE;
    stack[next++] = PyNone.NONE;
    frame.sp = at;
    Frame called =
        exit instanceof PyFunction function
            ? calls.callInPlace(frame, function, next - at)
            : calls.callObject(frame, exit, stack, at, next - at, 0);
    if (called != null) {
      return called;
    }
    frame.pc = pc + 1;
    return frame;
  }

  /** Drops the result of {@code __exit__}; when it is true, the exception under it becomes None. */
  private int endWith(PyObject[] stack, int sp) {
    PyObject todo = stack[sp - 1];
    boolean isRaised = todo != PyNone.NONE && !(todo instanceof PyInt);
    if (isRaised && stack[sp].isTrue(ctx)) {
      stack[sp - 1] = PyNone.NONE;
    }
    return -1;
  }

  /**
   * What a raise statement raises. The cause in {@code raise x from y} is not kept, as in the
   * reference, which warns of it.
   */
  private PyObject toRaise(Frame frame, int op) {
    if (op == Opcode.RAISE_LAST) {
      PyObject handled = frame.handledException();
      if (handled == null) {
        throw Errors.runtimeError(ctx, "no active exception to reraise");
      }
      return handled;
    }
    PyObject value = frame.stack[frame.sp];
    if (op == Opcode.RAISE_FROM) {
      if (value != PyNone.NONE || ctx.profile.isPycopy()) {
        ctx.warn(null, "exception chaining not supported");
      }
      value = frame.stack[frame.sp - 1];
    }
    return Unwinding.toException(ctx, value);
  }

  /**
   * target sent -> target x, then goes on with the YIELD_AGAIN that follows; at the end: target
   * sent -> result.
   */
  private Frame yieldFrom(Frame frame) {
    PyObject[] stack = frame.stack;
    PyObject sent = stack[frame.sp--];
    PyObject thrown = frame.injected;
    frame.injected = null;
    PyObject target = stack[frame.sp];
    if (thrown == null && target instanceof PyGenerator generator && generator.canGoOn(sent)) {
      return Delegation.enterAll(interpreter, frame, generator, sent);
    }
    PyObject value = PyGenerator.resumeAny(ctx, target, sent, thrown);
    if (value != null) {
      stack[++frame.sp] = value;
      frame.pc++;
      return frame;
    }
    stack[frame.sp] = ctx.stopValue == null ? PyNone.NONE : ctx.stopValue;
    if (thrown != null && Operators.matchesException(ctx, thrown, ExceptionTypes.GENERATOR_EXIT)) {
      throw new PyException(Unwinding.toException(ctx, thrown));
    }
    frame.pc += 2;
    return frame;
  }

  // ---- deletion ----

  private void deleteLocal(Frame frame, int local) {
    int slot = frame.base + local;
    if (frame.stack[slot] == null) {
      throw unbound();
    }
    frame.stack[slot] = null;
  }

  private void deleteCell(PyCell cell) {
    if (cell.value == null) {
      throw unbound();
    }
    cell.value = null;
  }

  private void deleteName(PyDict names, PyStr name) {
    if (ctx.strict != null) {
      ctx.strict.checkDelete(ctx);
    }
    int entry = names.findStr(name);
    if (entry < 0) {
      throw ctx.profile.isPycopy() ? Errors.keyError(ctx, name) : undefined(name);
    }
    names.removeEntry(entry);
  }

  // ---- building ----

  private int storeComprehension(PyObject[] stack, int sp, int operand) {
    PyObject target = stack[sp - (operand >> 2)];
    switch (operand & 3) {
      case 0:
        ((PyList) target).append(ctx, stack[sp]);
        return -1;
      case 1:
        ((PyDict) target).put(ctx, stack[sp], stack[sp - 1]);
        return -2;
      default:
        ((PySet) target).add(ctx, stack[sp]);
        return -1;
    }
  }

  /** sequence -> x_n-1 .. x_0. */
  private void unpack(PyObject[] stack, int sp, int count) {
    PyObject sequence = stack[sp];
    PyObject[] items = null;
    int length = 0;
    if (sequence instanceof PyTuple tuple) {
      items = tuple.items();
      length = tuple.length();
    } else if (sequence instanceof PyList list) {
      items = list.items;
      length = list.size;
    }
    if (items != null) {
      if (length < count) {
        throw tooFew(length);
      }
      if (length > count) {
        throw tooMany(count);
      }
      for (int i = 0; i < count; i++) {
        stack[sp + count - 1 - i] = items[i];
      }
      return;
    }
    PyObject iterator = sequence.iter(ctx);
    for (int i = 0; i < count; i++) {
      PyObject item = iterator.next(ctx);
      if (item == null) {
        throw tooFew(i);
      }
      stack[sp + count - 1 - i] = item;
    }
    if (iterator.next(ctx) != null) {
      throw tooMany(count);
    }
  }

  /** sequence -> right items reversed, list of the middle, left items reversed. */
  private void unpackStarred(PyObject[] stack, int sp, int left, int right) {
    PyObject[] items = Sequences.toArray(ctx, stack[sp]);
    int length = items.length;
    if (length < left + right) {
      throw tooFew(length);
    }
    for (int i = 0; i < right; i++) {
      stack[sp + i] = items[length - 1 - i];
    }
    stack[sp + right] = PyList.copyOf(items, left, length - left - right);
    for (int i = 0; i < left; i++) {
      stack[sp + right + 1 + i] = items[left - 1 - i];
    }
  }

  private PyException tooFew(int got) {
    return Errors.valueError(ctx, "need more than " + got + " values to unpack");
  }

  private PyException tooMany(int wanted) {
    return Errors.valueError(ctx, "too many values to unpack (expected " + wanted + ")");
  }

  private static PyFunction makeFunction(
      Frame frame, int child, PyObject defaults, PyObject keywordDefaults, PyObject[] cells) {
    PyObject[] values = defaults instanceof PyTuple tuple ? tuple.items() : PyFunction.NO_CELLS;
    PyDict named = keywordDefaults instanceof PyDict dict ? dict : null;
    return new PyFunction(frame.code.children[child], frame.globals, values, named, cells);
  }

  /** [defaults keyword-defaults] cells.. -> function. */
  private static void makeClosure(Frame frame, int op, int child, int count) {
    PyObject[] stack = frame.stack;
    int first = frame.sp - count + 1;
    PyObject[] cells = new PyObject[count];
    System.arraycopy(stack, first, cells, 0, count);
    if (op == Opcode.MAKE_CLOSURE) {
      stack[first] = makeFunction(frame, child, null, null, cells);
      frame.sp = first;
    } else {
      stack[first - 2] = makeFunction(frame, child, stack[first - 2], stack[first - 1], cells);
      frame.sp = first - 2;
    }
  }

  // ---- import ----

  private PyObject importName(PyStr name, Frame frame, PyObject fromList, PyObject level) {
    PyObject importer = ctx.builtins.getStr(IMPORT);
    if (importer == null) {
      return ctx.importModule(name, fromList, ((PyInt) level).value);
    }
    PyObject locals = ctx.profile.isPycopy() ? frame.locals : PyNone.NONE;
    return importer.call(ctx, name, frame.globals, locals, fromList, level);
  }

  private PyObject importFrom(PyObject module, PyStr name, Frame frame) {
    PyObject found = Attributes.find(ctx, module, name);
    if (found != null) {
      return found;
    }
    if (Attributes.find(ctx, module, Names.PATH) != null
        && Attributes.find(ctx, module, Names.NAME) instanceof PyStr parent) {
      PyStr full = PyStr.intern(parent.value() + "." + name.value());
      return importName(full, frame, PyBool.TRUE, PyInt.of(0));
    }
    throw Errors.importError(ctx, "can't import name " + name.value());
  }

  private void importAll(PyDict target, PyObject module) {
    PyObject wanted = Attributes.findOrNull(ctx, module, Names.ALL);
    if (wanted != null) {
      for (PyObject item : Sequences.toArray(ctx, wanted)) {
        PyStr name = Args.toStr(ctx, item).interned();
        storeConstant(target, name, Attributes.load(ctx, module, name));
      }
      return;
    }
    PyDict members = (PyDict) Attributes.load(ctx, module, Names.DICT);
    for (int e = members.nextEntry(0); e >= 0; e = members.nextEntry(e + 1)) {
      if (members.keyAt(e) instanceof PyStr name && !name.value().startsWith("_")) {
        storeConstant(target, name, members.valueAt(e));
      }
    }
  }

  // ---- slow paths of the loop ----

  PyException unbound() {
    return Errors.nameError(ctx, "local variable referenced before assignment");
  }

  private PyException undefined(PyStr name) {
    return Errors.nameError(ctx, "name '" + name.value() + "' isn't defined");
  }

  /** LOAD_GLOBAL: remembers where the name was found. */
  PyObject loadGlobal(Frame frame, int pc, int nameIndex) {
    PyStr name = frame.code.unit.names[nameIndex];
    int[] words = frame.code.words;
    PyDict globals = frame.globals;
    int entry = globals.findStr(name);
    words[pc + 1] = globals.version();
    words[pc + 2] = entry;
    words[pc + 3] = 0;
    if (entry >= 0) {
      return globals.valueAt(entry);
    }
    PyDict builtins = ctx.builtins;
    entry = builtins.findStr(name);
    if (entry < 0) {
      words[pc + 1] = 0;
      throw undefined(name);
    }
    words[pc + 2] = entry;
    words[pc + 3] = builtins.version();
    return builtins.valueAt(entry);
  }

  /** LOAD_NAME: locals first; without locals of its own as LOAD_GLOBAL. */
  PyObject loadName(Frame frame, int pc, int nameIndex) {
    PyDict locals = frame.locals;
    if (locals == frame.globals) {
      return loadGlobal(frame, pc, nameIndex);
    }
    PyStr name = frame.code.unit.names[nameIndex];
    PyObject found = locals.getStr(name);
    if (found == null) {
      found = frame.globals.getStr(name);
    }
    if (found == null) {
      found = ctx.builtins.getStr(name);
    }
    if (found == null) {
      throw undefined(name);
    }
    return found;
  }

  /** STORE_GLOBAL and STORE_NAME. */
  void store(PyDict namespace, Code code, int pc, int nameIndex, PyObject value) {
    PyStr name = code.unit.names[nameIndex];
    if (ctx.strict != null) {
      ctx.strict.store(ctx, namespace, name, value, false);
      return;
    }
    namespace.putStr(name, value);
    code.words[pc + 1] = namespace.version();
    code.words[pc + 2] = namespace.findStr(name);
  }

  /** Binds what a definition or import made. */
  private void storeConstant(PyDict namespace, PyStr name, PyObject value) {
    if (ctx.strict != null) {
      ctx.strict.store(ctx, namespace, name, value, true);
    } else {
      namespace.putStr(name, value);
    }
  }

  /** LOAD_ATTR; {@code cache} is where shape and slot are remembered. */
  PyObject loadAttribute(PyObject object, Code code, int cache, int nameIndex) {
    if (object == null) {
      throw unbound();
    }
    PyStr name = code.unit.names[nameIndex];
    if (object instanceof PyInstance instance) {
      int slot = instance.shape.slotOf(name);
      if (slot >= 0) {
        code.words[cache] = instance.shape.id;
        code.words[cache + 1] = slot;
        return instance.slots[slot];
      }
    }
    return Attributes.load(ctx, object, name);
  }

  /** LOAD_METHOD; leaves the object for the call, or null, in {@code ctx.methodSelf}. */
  PyObject loadMethod(PyObject object, Code code, int pc, int nameIndex) {
    PyStr name = code.unit.names[nameIndex];
    PyObject found = Attributes.findMethod(ctx, object, name);
    if (found == null) {
      throw Attributes.missing(ctx, object, name);
    }
    if (object instanceof PyInstance instance
        && found instanceof PyFunction
        && ctx.methodSelf == object
        && instance.shape.slotOf(name) < 0) {
      code.words[pc + 1] = instance.shape.id;
      code.words[pc + 2] = ctx.classVersion;
      code.methodCache[code.words[pc + 3]] = found;
    } else if (object.hasOnlyTypeMembers() && ctx.methodSelf == object) {
      code.words[pc + 1] = object.type().id;
      code.methodCache[code.words[pc + 3]] = found;
    }
    return found;
  }

  /** STORE_ATTR; {@code del} when the value is null. */
  void storeAttribute(PyObject object, Code code, int pc, int nameIndex, PyObject value) {
    PyStr name = code.unit.names[nameIndex];
    if (!(object instanceof PyInstance instance)) {
      Attributes.store(ctx, object, name, value);
      return;
    }
    NewAttribute known = code.newAttributes[code.words[pc + 3]];
    Shape before = instance.shape;
    if (known != null
        && known.before() == before
        && known.classVersion() == ctx.classVersion
        && value != null) {
      instance.addSlot(known.after(), value);
      return;
    }
    Attributes.store(ctx, object, name, value);
    if (isPlainStore(instance.type)) {
      int slot = instance.shape.slotOf(name);
      if (slot >= 0 && before == instance.shape) {
        code.words[pc + 1] = before.id;
        code.words[pc + 2] = slot;
      } else if (slot >= 0 && slot == before.size()) {
        code.newAttributes[code.words[pc + 3]] =
            new NewAttribute(before, instance.shape, ctx.classVersion);
      }
    }
  }

  /** Whether storing an attribute of instances runs no Python code. */
  private static boolean isPlainStore(PyType type) {
    return type.lookup(Names.SETATTR) == null;
  }

  /** STORE_SUBSCR; {@code del} when the value is null. */
  void storeItem(PyObject object, PyObject index, PyObject value) {
    if (value == null) {
      object.deleteItem(ctx, index);
    } else {
      object.setItem(ctx, index, value);
    }
  }

  /** A comparison; operands from locals may be unbound. */
  boolean compare(int op, Object x, Object y) {
    if (x instanceof PyFloat f && y instanceof PyFloat g) {
      return FloatOps.compare(op, f.value, g.value);
    }
    if (x == null || y == null) {
      throw unbound();
    }
    return Operators.compare(ctx, op, (PyObject) x, (PyObject) y);
  }

  /** Any binary operator; operands from locals may be unbound. */
  PyObject binary(int op, Object x, Object y) {
    if (x instanceof PyFloat f && y instanceof PyFloat g) {
      PyObject result = FloatOps.quick(op, f.value, g.value);
      if (result != null) {
        return result;
      }
    } else if (x instanceof PyInt i && y instanceof PyInt j) {
      PyObject result = IntOps.quick(op, i.value, j.value);
      if (result != null) {
        return result;
      }
    }
    if (x == null || y == null) {
      throw unbound();
    }
    return Operators.binary(ctx, op, (PyObject) x, (PyObject) y);
  }
}
