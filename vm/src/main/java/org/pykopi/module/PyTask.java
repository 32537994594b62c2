package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code _asyncio.Task(coro, globals)}: a coroutine that the event loop runs. Its {@code state}
 * says who waits for it: True for nobody while it runs, a TaskQueue of waiting tasks, or a function
 * to call at the end; None when it ended unheard, False when it ended and was heard. Its {@code
 * data} is what comes next: an exception to raise in it, the object it waits in (which has {@code
 * remove}), the task it waits for, or after the end the exception it ended with (StopIteration with
 * the result).
 *
 * <p>The globals are those of {@code asyncio.core}, where the running task and the queue of ready
 * tasks are.
 */
final class PyTask extends PyObject {
  static final PyType TYPE =
      new TypeTable("Task")
          .constructor(PyTask::make)
          .fn1("done", PyTask::done)
          .fn1("cancel", PyTask::cancel)
          .build();

  private static final PyStr CURRENT_TASK = PyStr.intern("cur_task");
  private static final PyStr READY_TASKS = PyStr.intern("_task_queue");
  private static final PyStr CANCELLED_ERROR = PyStr.intern("CancelledError");
  private static final PyStr REMOVE = PyStr.intern("remove");
  private static final String LATEST_GLOBALS = "asyncio";

  private final PyObject coroutine;
  private final PyDict globals;
  PyObject data = PyNone.NONE;
  private PyObject state = PyBool.TRUE;

  /**
   * When it is due, as {@code time.ticks_ms} counts; and its place among those due at the same
   * time.
   */
  long key;

  long order;

  private PyTask(PyObject coroutine, PyDict globals) {
    this.coroutine = coroutine;
    this.globals = globals;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 2);
    if (nargs == 2 && args[at + 1] instanceof PyDict globals) {
      ctx.moduleState.put(LATEST_GLOBALS, globals);
    }
    PyDict globals = (PyDict) ctx.moduleState.get(LATEST_GLOBALS);
    return new PyTask(args[at], globals == null ? new PyDict() : globals);
  }

  private static PyTask of(PyContext ctx, PyObject self) {
    if (self instanceof PyTask task) {
      return task;
    }
    throw Errors.typeError(ctx, "task required");
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    switch (name.value()) {
      case "coro":
        return coroutine;
      case "data":
        return data;
      case "state":
        return state;
      case "ph_key":
        return PyInt.of(key);
      default:
        return null;
    }
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (value == null) {
      return false;
    }
    switch (name.value()) {
      case "data":
        data = value;
        return true;
      case "state":
        state = value;
        return true;
      default:
        return false;
    }
  }

  private boolean isDone() {
    return state == PyNone.NONE || state == PyBool.FALSE;
  }

  private PyObject shared(PyContext ctx, PyStr name) {
    PyObject value = globals.getStr(name);
    if (value == null) {
      throw Errors.keyError(ctx, name);
    }
    return value;
  }

  private PyTaskQueue ready(PyContext ctx) {
    if (shared(ctx, READY_TASKS) instanceof PyTaskQueue queue) {
      return queue;
    }
    throw Errors.typeError(ctx, "task queue required");
  }

  /** done() -> bool: whether the task has ended. */
  private static PyObject done(PyContext ctx, PyObject self) {
    return PyBool.of(of(ctx, self).isDone());
  }

  /** cancel() -> bool: has CancelledError raised in the task; False when it has ended already. */
  private static PyObject cancel(PyContext ctx, PyObject self) {
    PyTask task = of(ctx, self);
    if (task.isDone()) {
      return PyBool.FALSE;
    }
    if (task == task.shared(ctx, CURRENT_TASK)) {
      throw Errors.runtimeError(ctx, "can't cancel self");
    }
    while (task.data instanceof PyTask awaited) {
      task = awaited;
    }
    PyObject remove = Attributes.find(ctx, task.data, REMOVE);
    if (remove != null) {
      remove.call1(ctx, task);
      task.ready(ctx).push(ctx, task);
    } else if (task.key > PyTaskQueue.now(ctx)) {
      task.ready(ctx).remove(task);
      task.ready(ctx).push(ctx, task);
    }
    task.data = task.shared(ctx, CANCELLED_ERROR);
    return PyBool.TRUE;
  }

  /** Begins to wait for the task, as {@code await task} does. */
  @Override
  public PyObject iter(PyContext ctx) {
    if (isDone()) {
      state = PyBool.FALSE;
    } else if (state == PyBool.TRUE) {
      state = new PyTaskQueue(null);
    } else if (!(state instanceof PyTaskQueue)) {
      throw Errors.runtimeError(ctx, "can't wait");
    }
    return this;
  }

  /**
   * Puts the running task into the queue of those that wait; at the end gives the result or raises
   * the exception.
   */
  @Override
  public PyObject next(PyContext ctx) {
    if (!isDone()) {
      if (!(state instanceof PyTaskQueue queue)) {
        throw Errors.runtimeError(ctx, "can't wait");
      }
      PyTask waiting = of(ctx, shared(ctx, CURRENT_TASK));
      queue.push(ctx, waiting);
      waiting.data = this;
      return PyNone.NONE;
    }
    PyBaseException end = PyBaseException.of(data);
    if (end == null) {
      PyObject made = data instanceof PyType ? data.call0(ctx) : data;
      end = PyBaseException.of(made);
      if (end == null) {
        throw Errors.typeError(ctx, "exceptions must derive from BaseException");
      }
      throw new PyException(made);
    }
    if (data.type().isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
      ctx.stopValue = end.value();
      return null;
    }
    throw new PyException(data);
  }
}
