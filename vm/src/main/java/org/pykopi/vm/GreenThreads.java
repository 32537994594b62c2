package org.pykopi.vm;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.HostException;
import org.pykopi.object.Background;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBoundMethod;
import org.pykopi.object.PyBuiltinFunction;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.object.Threads;
import org.pykopi.object.Tracebacks;
import org.pykopi.util.Utf8;

/**
 * Green threads. Each has an {@link Interpreter} with frames of its own. The main thread is the one
 * that Java code calls; at its safe points it gives every other thread a turn, which lasts until
 * the budget of the dispatch loop is used up. So the Java frames of a turn lie on top of those of
 * the main thread, and must be gone at its end. A thread that is in the middle of a built-in
 * function which calls back (a sort with a key) therefore keeps its turn until that function
 * returns; one that waits ends its call instead and makes it again in the next turn ({@link
 * ThreadSwitch}).
 */
final class GreenThreads implements Threads {
  private static final int MAIN = 1;
  private static final int MOST_THREADS = 1000;
  private static final int STACK_SIZE = 1 << 14;

  /** While nothing can run, the host is asked for interrupts that often. */
  private static final long LONGEST_SLEEP = 10_000_000;

  /** While others wait for a lock, they look at it that often. */
  private static final long SHORTEST_SLEEP = 1_000_000;

  /** One thread beside the main one. */
  private static final class Thread {
    final int number;
    final Interpreter interpreter;
    final PyObject function;
    PyObject[] arguments;
    final int nargs;
    final int nkw;

    /** The frame of the function; null before it has started. */
    Frame entry;

    /** Not before this time is it worth a turn. */
    long due;

    /** The end of the sleep that was suspended; 0 for none. */
    long sleepEnd;

    /** Whether the call of a built-in function is to be made again. */
    boolean isSuspended;

    /** Whether it has its turn, here or further down on the Java stack. */
    boolean isRunning;

    /** Depth of recursion through Java at the start of the turn. */
    int depth;

    PyObject handledException;
    int heapLocks;

    Thread(
        int number,
        Interpreter interpreter,
        PyObject function,
        PyObject[] args,
        int nargs,
        int nkw) {
      this.number = number;
      this.interpreter = interpreter;
      this.function = function;
      this.arguments = args;
      this.nargs = nargs;
      this.nkw = nkw;
    }
  }

  private final VmContext ctx;
  private final Background.All background;
  private final List<Thread> threads = new ArrayList<>();
  private int lastNumber = MAIN;

  /** The thread that has its turn; null for the main one. */
  private Thread running;

  GreenThreads(VmContext ctx) {
    this.ctx = ctx;
    background = Background.All.of(ctx);
  }

  @Override
  public int start(PyObject function, PyObject[] args, int nargs, int nkw) {
    if (threads.size() >= MOST_THREADS) {
      throw Errors.osError(ctx, HostException.EAGAIN);
    }
    Interpreter interpreter = new Interpreter(ctx, STACK_SIZE);
    interpreter.setOutermost(ctx.globals());
    Thread thread = new Thread(++lastNumber, interpreter, function, args, nargs, nkw);
    threads.add(thread);
    return thread.number;
  }

  @Override
  public int current() {
    return running == null ? MAIN : running.number;
  }

  // ---- waiting ----

  @Override
  public void pause(String function, long until) {
    if (running != null && canRepeat(function)) {
      running.due = until == NO_TIME ? 0 : until;
      running.sleepEnd = until == NO_TIME ? 0 : until;
      running.isSuspended = true;
      throw ThreadSwitch.SWITCH;
    }
    ctx.poll();
    if (running != null) {
      runOthers();
    }
    long now = ctx.host.clock().elapsedNanos();
    long rest = Math.min(until, background.due()) - now;
    if (!threads.isEmpty() || until == NO_TIME) {
      rest = Math.min(rest, LONGEST_SLEEP);
    }
    for (Thread thread : threads) {
      boolean isWaiting = thread.isSuspended && thread.sleepEnd == 0;
      long due = isWaiting ? SHORTEST_SLEEP : thread.due - now;
      rest = thread.isRunning ? rest : Math.min(rest, due);
    }
    if (rest > 0) {
      ctx.host.clock().sleep(rest);
    }
  }

  /** Whether the instruction of the running frame calls that function and can be executed again. */
  private boolean canRepeat(String function) {
    Frame frame = running.interpreter.current;
    if (function == null || frame.code == null || ctx.depth() != running.depth) {
      return false;
    }
    int op = frame.code.words[frame.pc] & 0xff;
    if (op == Word.ENTER_WITH) {
      return true;
    }
    PyObject callee = frame.stack[frame.sp];
    if (callee instanceof PyBoundMethod method) {
      callee = method.function;
    }
    return (op == Word.CALL_FUNCTION || op == Word.CALL_METHOD)
        && callee instanceof PyBuiltinFunction called
        && called.name.equals(function);
  }

  @Override
  public long sleepEnd(long end) {
    if (running == null || running.sleepEnd == 0) {
      return end;
    }
    long first = running.sleepEnd;
    running.sleepEnd = 0;
    return first;
  }

  // ---- turns ----

  /** A safe point of the main thread. */
  void poll() {
    if (running == null && !threads.isEmpty() && ctx.depth() < ctx.maxDepth / 2) {
      runOthers();
    }
  }

  /** Gives each thread a turn that is not on the Java stack already and has something to do. */
  private void runOthers() {
    long now = ctx.host.clock().elapsedNanos();
    for (Thread thread : new ArrayList<>(threads)) {
      if (!background.isHeldBack && !thread.isRunning && thread.due <= now && run(thread)) {
        threads.remove(thread);
      }
    }
  }

  /** A thread's turn; whether it has ended. */
  private boolean run(Thread thread) {
    Thread before = running;
    Interpreter interpreter = ctx.interpreter;
    PyObject handledException = ctx.handledException;
    PyObject methodSelf = ctx.methodSelf;
    PyObject stopValue = ctx.stopValue;
    int heapLocks = ctx.heapLocks;
    running = thread;
    thread.isRunning = true;
    thread.due = 0;
    thread.depth = ctx.depth();
    ctx.interpreter = thread.interpreter;
    ctx.handledException = thread.handledException;
    ctx.heapLocks = thread.heapLocks;
    PyException raised = null;
    boolean isDone = true;
    try {
      do {
        isDone = goOn(thread);
      } while (background.isHeldBack && !isDone && !thread.isSuspended);
    } catch (PyException e) {
      raised = e;
    }
    thread.handledException = ctx.handledException;
    thread.heapLocks = ctx.heapLocks;
    thread.isRunning = false;
    if (raised != null) {
      report(thread, raised);
    }
    running = before;
    ctx.interpreter = interpreter;
    ctx.handledException = handledException;
    ctx.methodSelf = methodSelf;
    ctx.stopValue = stopValue;
    ctx.heapLocks = heapLocks;
    return isDone;
  }

  private boolean goOn(Thread thread) {
    if (thread.entry == null) {
      PyObject[] args = thread.arguments;
      thread.arguments = null;
      thread.entry = begin(thread.interpreter, thread.function, args, thread.nargs, thread.nkw);
      if (thread.entry == null) {
        return true;
      }
    }
    if (thread.isSuspended) {
      thread.isSuspended = false;
      restoreCall(thread.interpreter.current);
    }
    return thread.interpreter.turn(thread.entry);
  }

  /**
   * Makes the frame of a thread's function. Anything but a plain function is called at once; then
   * the result is null.
   */
  private Frame begin(
      Interpreter interpreter, PyObject called, PyObject[] args, int nargs, int nkw) {
    if (called instanceof PyBoundMethod method && method.function instanceof PyFunction) {
      PyObject[] all = Calls.withSelf(method.self, args, 0, args.length);
      return begin(interpreter, method.function, all, nargs + 1, nkw);
    }
    if (!(called instanceof PyFunction function) || function.code.isGenerator) {
      called.call(ctx, args, 0, nargs, nkw);
      return null;
    }
    Frame outermost = interpreter.current;
    Frame frame = interpreter.pushFrame(outermost, function, outermost.free, Frame.TO_JAVA);
    Arguments.bind(ctx, function, args, 0, nargs, nkw, frame);
    return frame;
  }

  /** Puts the top of the stack back above the arguments of a call, which still lie there. */
  private static void restoreCall(Frame frame) {
    int word = frame.code.words[frame.pc];
    int count = (word >> 8 & 0xff) + (word >> 15 & 0x1fe);
    switch (word & 0xff) {
      case Word.CALL_FUNCTION -> frame.sp += count;
      case Word.CALL_METHOD -> frame.sp += count + 1;
      default -> {}
    }
  }

  /** What a thread raised is reported; SystemExit just ends it. */
  private void report(Thread thread, PyException raised) {
    if (raised.value.type().isSubclassOf(ExceptionTypes.SYSTEM_EXIT)) {
      return;
    }
    StringBuilder text = new StringBuilder("Unhandled exception in thread started by ");
    thread.function.repr(ctx, text);
    text.append('\n').append(Tracebacks.format(ctx, raised.value));
    byte[] bytes = Utf8.encode(text.toString());
    ctx.host.console().writeError(bytes, 0, bytes.length);
  }
}
