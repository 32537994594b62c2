package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code select.poll()}: streams and the events wanted of each. A stream is asked through its
 * ioctl, again and again with short sleeps between; interrupts and scheduled callbacks run
 * meanwhile.
 */
final class PyPoll extends PyObject {
  static final PyType TYPE =
      new TypeTable("poll")
          .fn("register", 2, 4, PyPoll::register)
          .fn("unregister", 2, 3, PyPoll::unregister)
          .fn3("modify", PyPoll::modify)
          .fn("poll", 1, 2, PyPoll::poll)
          .fn("ipoll", 1, 3, PyPoll::ipoll)
          .fn1("__next__", PyPoll::nextMethod)
          .build();

  private static final int ONE_SHOT = 1;

  /** What poll says of a file that is not open. */
  private static final int NOT_OPEN = 32;

  /** As many files as a Unix process usually may have. */
  private static final int MOST_NUMBERS = 1024;

  private static final long FIRST_SLEEP = 1_000_000;
  private static final long LONGEST_SLEEP = 10_000_000;
  private static final long WITHOUT_STREAMS = 1_000_000_000;
  private static final long FOREVER = -1;

  /** A stream that is watched. */
  private static final class Entry {
    final PyObject object;
    PyObject userData = PyNone.NONE;
    int events;
    int ready;

    Entry(PyObject object) {
      this.object = object;
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** The entries that the latest ipoll found ready and that iteration has not given yet. */
  private final List<Entry> found = new ArrayList<>();

  /** The one tuple that ipoll gives again and again, as the reference does. */
  private final PyTuple given;

  private boolean isOneShot;

  PyPoll(PyContext ctx) {
    given = PyTuple.of(new PyObject[ctx.profile.isPycopy() ? 3 : 2]);
  }

  private static PyPoll of(PyContext ctx, PyObject self) {
    if (self instanceof PyPoll poll) {
      return poll;
    }
    throw Errors.typeError(ctx, "poll required");
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private Entry find(PyObject object) {
    for (Entry entry : entries) {
      if (same(entry.object, object)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * register(stream or file number, events=POLLIN | POLLOUT[, userdata]): watches a stream; the
   * user data, if any, is the third thing that ipoll gives in Pycopy. There it tells whether the
   * stream is new.
   */
  private static PyObject register(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPoll poll = of(ctx, args[at]);
    PyObject object = args[at + 1];
    int events = nargs >= 3 ? Args.toInt(ctx, args[at + 2]) : Stream.POLL_READ | Stream.POLL_WRITE;
    if (object instanceof PyInt number) {
      checkNumber(ctx, number.value);
    } else {
      Streams.of(ctx, object);
    }
    Entry entry = poll.find(object);
    boolean isNew = entry == null;
    if (isNew) {
      entry = new Entry(object);
      poll.entries.add(entry);
    }
    entry.events = events;
    if (nargs == 4) {
      entry.userData = args[at + 3];
    }
    return ctx.profile.isPycopy() ? PyBool.of(isNew) : PyNone.NONE;
  }

  private static void checkNumber(PyContext ctx, int number) {
    if (number < 0) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
  }

  /**
   * unregister(stream, throw=True): watches it no longer. In Pycopy it is a KeyError, or with False
   * for {@code throw} the result False, when it was not watched; else the result is True.
   */
  private static PyObject unregister(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPoll poll = of(ctx, args[at]);
    boolean isFound = poll.entries.remove(poll.find(args[at + 1]));
    if (!ctx.profile.isPycopy()) {
      return PyNone.NONE;
    }
    if (!isFound && (nargs == 2 || args[at + 2] != PyBool.FALSE)) {
      throw Errors.of(ctx, ExceptionTypes.KEY_ERROR);
    }
    return PyBool.of(isFound);
  }

  /** modify(stream, events): changes what is wanted of a stream. */
  private static PyObject modify(PyContext ctx, PyObject self, PyObject object, PyObject events) {
    Entry entry = of(ctx, self).find(object);
    if (entry == null) {
      throw Errors.osError(ctx, HostException.ENOENT);
    }
    entry.events = Args.toInt(ctx, events);
    return PyNone.NONE;
  }

  /**
   * poll(timeout=-1) -> list: (stream, events) for each stream that is ready; waits up to that many
   * milliseconds.
   */
  private static PyObject poll(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPoll poll = of(ctx, args[at]);
    poll.await(ctx, timeout(ctx, args, at, nargs));
    PyList result = new PyList();
    for (Entry entry : poll.entries) {
      if (entry.ready != 0) {
        result.append(ctx, PyTuple.of(entry.object, PyInt.of(entry.ready)));
      }
    }
    return ctx.profile.isPycopy() && result.length(ctx) == 0 ? PyTuple.EMPTY : result;
  }

  private static long timeout(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 1 || args[at + 1] == PyNone.NONE) {
      return FOREVER;
    }
    return Math.max(FOREVER, Math.min(Args.toLong(ctx, args[at + 1]), 1L << 40));
  }

  /**
   * ipoll(timeout=-1, flags=0) -> iterator of the same; flag 1 stops watching what was ready until
   * modify.
   */
  private static PyObject ipoll(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPoll poll = of(ctx, args[at]);
    poll.isOneShot = nargs == 3 && (Args.toInt(ctx, args[at + 2]) & ONE_SHOT) != 0;
    poll.await(ctx, timeout(ctx, args, at, nargs));
    poll.found.clear();
    for (Entry entry : poll.entries) {
      if (entry.ready != 0) {
        poll.found.add(entry);
      }
    }
    return poll;
  }

  /** Waits until a stream is ready or the time, in milliseconds, is over. */
  private void await(PyContext ctx, long timeout) {
    if (!ctx.scheduled.isEmpty()) {
      ctx.poll();
    }
    long start = TimeModule.elapsed(ctx);
    long sleep = FIRST_SLEEP;
    while (!isReady(ctx)) {
      long rest =
          timeout == FOREVER
              ? Long.MAX_VALUE
              : timeout * 1_000_000 - (TimeModule.elapsed(ctx) - start);
      if (rest <= 0) {
        return;
      }
      TimeModule.sleepNanos(ctx, Math.min(rest, entries.isEmpty() ? WITHOUT_STREAMS : sleep));
      sleep = Math.min(sleep * 2, LONGEST_SLEEP);
    }
  }

  private boolean isReady(PyContext ctx) {
    boolean isAnyReady = false;
    if (entries.size() > MOST_NUMBERS) {
      checkNumberOfNumbers(ctx);
    }
    for (Entry entry : new ArrayList<>(entries)) {
      entry.ready = ask(ctx, entry);
      isAnyReady |= entry.ready != 0;
    }
    return isAnyReady;
  }

  /** An int stands for standard input, output or error; other numbers are those of no open file. */
  private static int ask(PyContext ctx, Entry entry) {
    if (!(entry.object instanceof PyInt number)) {
      return Streams.of(ctx, entry.object).ioctl(ctx, Stream.IOCTL_POLL, entry.events);
    }
    PyStream stream = IoState.of(ctx).at(number.value);
    return stream == null ? NOT_OPEN : stream.ioctl(ctx, Stream.IOCTL_POLL, entry.events);
  }

  private void checkNumberOfNumbers(PyContext ctx) {
    int count = 0;
    for (Entry entry : entries) {
      count += entry.object instanceof PyInt ? 1 : 0;
    }
    if (count > MOST_NUMBERS) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    if (found.isEmpty()) {
      ctx.stopValue = null;
      return null;
    }
    Entry entry = found.remove(0);
    if (isOneShot) {
      entry.events = 0;
    }
    PyObject[] items = given.items();
    items[0] = entry.object;
    items[1] = PyInt.of(entry.ready);
    if (items.length > 2) {
      items[2] = entry.userData;
    }
    return given;
  }

  /** __next__() -> tuple: the next stream that is ready. */
  private static PyObject nextMethod(PyContext ctx, PyObject self) {
    PyObject item = of(ctx, self).next(ctx);
    if (item == null) {
      throw Errors.stopIteration(ctx, null);
    }
    return item;
  }
}
