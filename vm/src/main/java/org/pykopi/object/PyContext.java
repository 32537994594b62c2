package org.pykopi.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.host.Host;
import org.pykopi.util.Profile;

/**
 * One running Python: what built-in code may ask of the rest of the machine. {@code runtime}
 * implements it. All state of an interpreter hangs here; two contexts share nothing that Python
 * code can change.
 */
public abstract class PyContext {

  /**
   * Largest number of bytes that one object may take; larger requests raise MemoryError at once.
   */
  public static final int MAX_ALLOCATION = 1 << 28;

  public final Host host;

  /** Which Python this is. */
  public final Profile profile;

  /**
   * Value of the StopIteration behind the latest null from {@link PyObject#next}; null for none.
   */
  public PyObject stopValue;

  /**
   * Second result of {@link Attributes#findMethod}: the object to call the function with, or null.
   */
  public PyObject methodSelf;

  /** The exception being handled ({@code sys.exc_info()}), or null. */
  public PyObject handledException;

  /**
   * Changes whenever a member of a Python class is set or removed; inline caches of methods compare
   * it.
   */
  public int classVersion = 1;

  /**
   * Members that the program gave to built-in types, which all runtimes share, in Pycopy's
   * development variant; null as long as there are none.
   */
  Map<PyType, PyDict> patches;

  /** Pycopy's strict mode; null when it is off. */
  public StrictMode strict;

  /** The threads of this runtime. */
  public Threads threads;

  /** {@code sys.modules}: loaded modules by full name. */
  public final PyDict modules = new PyDict();

  /** Names of the built-in modules, for {@code help}. */
  public List<String> moduleNames = List.of();

  /** Members of {@code builtins}. */
  public PyDict builtins;

  /**
   * What built-in modules keep for this runtime, by module name: generator state, scheduled
   * callbacks ...
   */
  public final Map<String, Object> moduleState = new HashMap<>();

  /**
   * Callbacks of {@code micropython.schedule} that {@link #poll} is to run: pairs of function and
   * argument; a null function interrupts.
   */
  public final List<PyObject[]> scheduled = new ArrayList<>();

  /** What large objects take. */
  public final Heap heap = new Heap();

  /**
   * How often the program has locked the heap. As long as it is, making and growing containers
   * raises MemoryError; other objects cost nothing here.
   */
  public int heapLocks;

  /**
   * How deep Java may recurse: repr of nested lists, a sort key in Python, {@code __add__} methods
   * ... Chosen so that a stack of 1 MB holds that many of our deepest frames; where frames are
   * larger or the stack is smaller, the runtime lowers it.
   */
  public int maxDepth = 200;

  private int depth;

  protected PyContext(Host host, Profile profile) {
    this.host = host;
    this.profile = profile;
  }

  // ---- identity ----

  /**
   * {@code id(object)} of all but ints: a number that stays the same and that no other living
   * object has; never an address.
   */
  public final int identityOf(PyObject object) {
    return host.environment().identityOf(object) * 16;
  }

  /** The same in base sixteen, where a repr of the reference has an address. */
  public final String addressOf(PyObject object) {
    return Integer.toHexString(identityOf(object));
  }

  // ---- depth of recursion through Java ----

  /** Counts one level down; each call needs a {@link #leave} in a finally block. */
  public final void enter() {
    if (depth >= maxDepth) {
      throw Errors.recursionError(this);
    }
    depth++;
  }

  public final void leave() {
    depth--;
  }

  public final int depth() {
    return depth;
  }

  // ---- memory ----

  /**
   * Raises MemoryError when {@code count} items of {@code size} bytes are more than one object may
   * have, or than a limited heap has left; called before they are made.
   */
  public final int checkSize(long count, int size) {
    if (count < 0 || count > MAX_ALLOCATION / size) {
      long bytes = count < 0 || count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
      throw Errors.memoryError(this, bytes);
    }
    heap.count(this, (int) count * size);
    return (int) count;
  }

  /** Raises MemoryError while the heap is locked; called before a container is made or grows. */
  public final void checkHeap() {
    if (heapLocks > 0) {
      throw Errors.of(
          this, ExceptionTypes.MEMORY_ERROR, "memory allocation failed, heap is locked");
    }
  }

  // ---- the parts that live in other packages ----

  /** Globals of the running Python function. */
  public abstract PyDict globals();

  /**
   * Locals of the running Python function: the namespace of a class body or module, else the
   * globals.
   */
  public abstract PyDict locals();

  /**
   * {@code __import__(name, globals, locals, fromlist, level)}.
   *
   * @param globals of the module that imports
   * @param fromlist the names wanted, or None
   */
  public abstract PyObject importModule(PyStr name, PyDict globals, PyObject fromlist, int level);

  /** Imports from the module whose code is running. */
  public final PyObject importModule(PyStr name, PyObject fromlist, int level) {
    return importModule(name, globals(), fromlist, level);
  }

  /**
   * {@code compile(source, filename, mode)}: a code object. {@code mode} is exec, single or eval.
   */
  public abstract PyObject compile(String source, String fileName, String mode);

  /** Runs what {@link #compile} made; the value of an expression, or None. */
  public abstract PyObject execute(PyObject code, PyDict globals, PyDict locals);

  /**
   * A code object as the content of an {@code .mpy} file of version 6; null for any other object.
   */
  public abstract byte[] dumpCode(PyObject code);

  /** The code object in an {@code .mpy} file; ValueError for other bytes. */
  public abstract PyObject loadCode(byte[] file);

  /**
   * A function from bytecode as it lies in the memory of Pycopy's machine; ValueError for code that
   * cannot run.
   *
   * @param table words: names of the arguments, constants, functions inside
   * @param defaults values of the last positional parameters
   */
  public abstract PyObject makeFunction(
      BufferView code, BufferView table, PyDict globals, PyObject[] defaults);

  /** Forgets what ended calls left behind; the running one may go on. */
  public abstract void forgetEnded();

  /**
   * Forgets what is kept of earlier work and asks the machine below to collect garbage. It may
   * still not have done so afterwards.
   */
  public abstract void collectGarbage();

  /** Whether something would be said, after {@link #collectGarbage}, of objects that are gone. */
  public abstract boolean awaitsLost();

  /** Warns of generators that are gone before their first step. */
  public abstract void tellOfLost();

  /** Writes text to standard output (through sys.stdout when the program replaced it). */
  public abstract void print(String text);

  /**
   * A line typed by the person, without its end: {@code input(prompt)}; raises EOFError or
   * KeyboardInterrupt.
   */
  public abstract String readLine(String prompt);

  /**
   * Asks the host for interrupts and runs what is due; called by everything that waits or loops in
   * Java.
   */
  public abstract void poll();

  /** {@code sys.settrace(function)}; None ends it. */
  public void setTrace(PyObject function) {}

  /** The names in the file that is running, without order. */
  public PyStr[] programNames() {
    return new PyStr[0];
  }

  /**
   * Writes a warning to standard error: {@code Warning: text}, in Pycopy's development variant
   * {@code file:line: category: text}.
   *
   * @param category such as RuntimeWarning, or null
   */
  public abstract void warn(String category, String text);

  /** Whether a generator object. */
  public abstract boolean isGenerator(PyObject value);
}
