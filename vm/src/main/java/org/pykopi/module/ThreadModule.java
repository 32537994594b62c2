package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Threads;
import org.pykopi.object.TypeTable;

/** {@code _thread}: threads that take turns, and locks. */
public final class ThreadModule {
  private ThreadModule() {}

  private static final String STACK_SIZE = "_thread.stack_size";

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("_thread")
        .constant("LockType", Lock.TYPE)
        .fn0("get_ident", ThreadModule::get_ident)
        .fn("stack_size", 0, 1, ThreadModule::stack_size)
        .fn("start_new_thread", 2, 3, ThreadModule::start_new_thread)
        .fn0("exit", ThreadModule::exit)
        .fn0("allocate_lock", ThreadModule::allocate_lock)
        .build();
  }

  /** get_ident() -> int: the number of the running thread. */
  private static PyObject get_ident(PyContext ctx) {
    return PyInt.of(ctx.threads.current());
  }

  /** stack_size(size=0) -> int: sets a size that has no effect here, and gives the one before. */
  private static PyObject stack_size(PyContext ctx, PyObject[] args, int at, int nargs) {
    long size = nargs == 0 ? 0 : Args.toLong(ctx, args[at]);
    Object before = ctx.moduleState.put(STACK_SIZE, size);
    return PyInt.of(before == null ? 0 : (Long) before);
  }

  /**
   * start_new_thread(function, args[, kwargs]) -> int: the number of a new thread that calls it.
   */
  private static PyObject start_new_thread(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject[] positional = Args.toItems(ctx, args[at + 1]);
    PyDict named = null;
    if (nargs == 3) {
      if (!(args[at + 2] instanceof PyDict given) || given.type() != PyDict.TYPE) {
        throw Errors.typeError(ctx, "expecting a dict for keyword args");
      }
      named = given;
    }
    int nkw = named == null ? 0 : named.size();
    PyObject[] all = new PyObject[positional.length + 2 * nkw];
    System.arraycopy(positional, 0, all, 0, positional.length);
    if (named != null) {
      int next = positional.length;
      for (int e = named.nextEntry(0); e >= 0; e = named.nextEntry(e + 1)) {
        all[next++] = Args.toStr(ctx, named.keyAt(e));
        all[next++] = named.valueAt(e);
      }
    }
    return PyInt.of(ctx.threads.start(args[at], all, positional.length, nkw));
  }

  /** exit(): ends the running thread. */
  private static PyObject exit(PyContext ctx) {
    throw Errors.of(ctx, ExceptionTypes.SYSTEM_EXIT);
  }

  /** allocate_lock() -> lock: a new lock. */
  private static PyObject allocate_lock(PyContext ctx) {
    return new Lock();
  }

  /** Something that one thread at a time can have. */
  private static final class Lock extends PyObject {
    static final PyType TYPE =
        new TypeTable("lock")
            .fn("acquire", 1, 3, Lock::acquire)
            .fn1("release", Lock::release)
            .fn1("locked", Lock::locked)
            .fn("__enter__", 1, 1, Lock::acquire)
            .fn("__exit__", 4, 4, Lock::exit)
            .build();

    private boolean isLocked;

    @Override
    public PyType type() {
      return TYPE;
    }

    private static Lock self(PyContext ctx, PyObject value) {
      if (value instanceof Lock lock) {
        return lock;
      }
      throw Errors.wrongSelf(ctx, "lock", value);
    }

    /** acquire(wait=1) -> bool: takes the lock, and waits for it unless wait is 0. */
    private static PyObject acquire(PyContext ctx, PyObject[] args, int at, int nargs) {
      Lock lock = self(ctx, args[at]);
      boolean waits = nargs == 1 || Args.toLong(ctx, args[at + 1]) != 0;
      while (lock.isLocked) {
        if (!waits) {
          return PyBool.FALSE;
        }
        ctx.threads.pause("acquire", Threads.NO_TIME);
      }
      lock.isLocked = true;
      return PyBool.TRUE;
    }

    /** release(): gives the lock back. */
    private static PyObject release(PyContext ctx, PyObject self) {
      Lock lock = self(ctx, self);
      if (!lock.isLocked) {
        throw Errors.of(ctx, ExceptionTypes.RUNTIME_ERROR);
      }
      lock.isLocked = false;
      return PyNone.NONE;
    }

    /** locked() -> bool: whether any thread has the lock. */
    private static PyObject locked(PyContext ctx, PyObject self) {
      return PyBool.of(self(ctx, self).isLocked);
    }

    /** __exit__(type, value, traceback): gives the lock back. */
    private static PyObject exit(PyContext ctx, PyObject[] args, int at, int nargs) {
      return release(ctx, args[at]);
    }
  }
}
