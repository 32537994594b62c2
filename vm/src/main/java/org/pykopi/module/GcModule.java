package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * {@code gc}: the garbage collector. Memory is the business of the Java machine below, which tells
 * little about it, so the figures are those of a counted heap: see {@link org.pykopi.object.Heap}.
 * They add up, and grow with the number of loaded modules too.
 */
public final class GcModule {
  private GcModule() {}

  private static final int USED_AT_START = 20_000;
  private static final int USED_BY_MODULE = 4_000;

  /** The threshold is kept in blocks of that many bytes. */
  private static final int BLOCK_SIZE = 32;

  /** Settings that programs can read back. */
  private static final class State {
    boolean isEnabled = true;
    int threshold = -1;
  }

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("gc")
        .fn0("collect", GcModule::collect)
        .fn0("disable", GcModule::disable)
        .fn0("enable", GcModule::enable)
        .fn0("isenabled", GcModule::isenabled)
        .fn0("mem_free", GcModule::mem_free)
        .fn0("mem_alloc", GcModule::mem_alloc)
        .fn("threshold", 0, 1, GcModule::threshold)
        .build();
  }

  private static State state(PyContext ctx) {
    State state = (State) ctx.moduleState.get("gc");
    if (state == null) {
      state = new State();
      ctx.moduleState.put("gc", state);
    }
    return state;
  }

  static int allocated(PyContext ctx) {
    int base = USED_AT_START + USED_BY_MODULE * ctx.modules.size();
    return Math.min(base + ctx.heap.counted(), ctx.heap.size());
  }

  /** collect() -> int: the number of objects freed, always 0 here. */
  private static PyObject collect(PyContext ctx) {
    if (ctx.heap.isLimited()) {
      ctx.collectGarbage();
    }
    ctx.heap.collected();
    IoState io = IoState.of(ctx);
    if (PyWeakReference.isUsed(ctx) || io.hasOpenFiles() || ctx.awaitsLost()) {
      ctx.collectGarbage();
      io.closeLost();
      PyWeakReference.sweep(ctx);
      ctx.tellOfLost();
    }
    return PyInt.of(0);
  }

  /** disable(): switches automatic collection off. */
  private static PyObject disable(PyContext ctx) {
    state(ctx).isEnabled = false;
    return PyNone.NONE;
  }

  /** enable(): switches automatic collection on. */
  private static PyObject enable(PyContext ctx) {
    state(ctx).isEnabled = true;
    return PyNone.NONE;
  }

  /** isenabled() -> bool: whether automatic collection is on. */
  private static PyObject isenabled(PyContext ctx) {
    return PyBool.of(state(ctx).isEnabled);
  }

  /** mem_free() -> int: bytes of the heap that are free. */
  private static PyObject mem_free(PyContext ctx) {
    return PyInt.of(ctx.heap.size() - allocated(ctx));
  }

  /** mem_alloc() -> int: bytes of the heap in use. */
  private static PyObject mem_alloc(PyContext ctx) {
    return PyInt.of(allocated(ctx));
  }

  /** threshold([bytes]) -> int or None: after how much allocation to collect; -1 for never. */
  private static PyObject threshold(PyContext ctx, PyObject[] args, int at, int nargs) {
    State state = state(ctx);
    if (nargs == 0) {
      return PyInt.of(state.threshold);
    }
    int bytes = Args.toInt(ctx, args[at]);
    state.threshold = bytes < 0 ? -1 : bytes / BLOCK_SIZE * BLOCK_SIZE;
    return PyNone.NONE;
  }
}
