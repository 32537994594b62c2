package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Threads;

/**
 * {@code time}: time of day, elapsed time, waiting. Ticks start near zero with the runtime and wrap
 * at 2**62, as on the reference's 64-bit Unix port.
 */
public final class TimeModule {
  private TimeModule() {}

  static final long TICKS_PERIOD = 1L << 62;
  private static final int SECONDS_PER_DAY = 86400;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** More than a hundred years; sums with the clock still fit. */
  private static final long LONGEST_SLEEP = 1L << 62;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("time")
        .fn0("time", TimeModule::time)
        .fn1("sleep", TimeModule::sleep)
        .fn1("sleep_ms", TimeModule::sleep_ms)
        .fn1("sleep_us", TimeModule::sleep_us)
        .fn0("ticks_ms", TimeModule::ticks_ms)
        .fn0("ticks_us", TimeModule::ticks_us)
        .fn0("ticks_cpu", TimeModule::ticks_cpu)
        .fn2("ticks_add", TimeModule::ticks_add)
        .fn2("ticks_diff", TimeModule::ticks_diff)
        .fn0("clock", TimeModule::clock)
        .fn("localtime", 0, 1, TimeModule::localtime)
        .when(ctx.profile.isMicropython())
        .fn0("time_ns", TimeModule::time_ns)
        .fn("gmtime", 0, 1, TimeModule::gmtime)
        .fn1("mktime", TimeModule::mktime)
        .build();
  }

  // ---- time of day ----

  /** Nanoseconds since 1970-01-01 UTC, on the clock that a program may have set. */
  static long epochNanos(PyContext ctx) {
    return ctx.host.clock().epochNanos() + ctx.host.board().clockOffsetNanos;
  }

  /** time() -> float: seconds since 1970-01-01 UTC. */
  private static PyObject time(PyContext ctx) {
    return new PyFloat(epochNanos(ctx) / 1000 / 1e6);
  }

  /** time_ns() -> int: nanoseconds since 1970-01-01 UTC. */
  private static PyObject time_ns(PyContext ctx) {
    return PyInt.of(epochNanos(ctx));
  }

  // ---- waiting ----

  /** sleep(seconds): waits. */
  private static PyObject sleep(PyContext ctx, PyObject seconds) {
    double value = Args.toDouble(ctx, seconds);
    if (!(value >= 0)) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    sleep(ctx, "sleep", (long) (value * 1e9));
    return PyNone.NONE;
  }

  /** sleep_ms(milliseconds): waits. */
  private static PyObject sleep_ms(PyContext ctx, PyObject milliseconds) {
    long value = Args.toLong(ctx, milliseconds);
    if (value >= 0) {
      sleep(ctx, "sleep_ms", Math.min(value, LONGEST_SLEEP / 1_000_000) * 1_000_000);
    }
    return PyNone.NONE;
  }

  /** sleep_us(microseconds): waits. */
  private static PyObject sleep_us(PyContext ctx, PyObject microseconds) {
    long value = Args.toLong(ctx, microseconds);
    if (value > 0) {
      sleep(ctx, "sleep_us", Math.min(value, LONGEST_SLEEP / 1000) * 1000);
    }
    return PyNone.NONE;
  }

  /** Waits that long; interrupts, scheduled callbacks and other threads run meanwhile. */
  static void sleepNanos(PyContext ctx, long nanos) {
    sleep(ctx, null, nanos);
  }

  /** The same in the built-in function of that name; see {@link Threads#pause}. */
  private static void sleep(PyContext ctx, String function, long nanos) {
    long wanted = ctx.host.clock().elapsedNanos() + Math.min(nanos, LONGEST_SLEEP);
    long end = ctx.threads.sleepEnd(wanted);
    ctx.host.console().flush();
    ctx.poll();
    if (nanos > 0) {
      while (ctx.host.clock().elapsedNanos() < end) {
        ctx.threads.pause(function, end);
      }
      ctx.poll();
    }
  }

  // ---- ticks ----

  /** Nanoseconds since the runtime first looked at its clock. */
  static long elapsed(PyContext ctx) {
    long now = ctx.host.clock().elapsedNanos();
    Long start = (Long) ctx.moduleState.get("time");
    if (start == null) {
      start = now;
      ctx.moduleState.put("time", start);
    }
    return now - start;
  }

  /** ticks_ms() -> int: a counter of milliseconds. */
  private static PyObject ticks_ms(PyContext ctx) {
    return PyInt.of(elapsed(ctx) / 1_000_000);
  }

  /** ticks_us() -> int: a counter of microseconds. */
  private static PyObject ticks_us(PyContext ctx) {
    return PyInt.of(elapsed(ctx) / 1000);
  }

  /** ticks_cpu() -> int: the counter with the highest resolution, nanoseconds here. */
  private static PyObject ticks_cpu(PyContext ctx) {
    return PyInt.of(elapsed(ctx));
  }

  /** ticks_add(ticks, delta) -> int: a counter value before or after another one. */
  private static PyObject ticks_add(PyContext ctx, PyObject ticks, PyObject delta) {
    long step = Args.toLong(ctx, delta);
    if (step <= -TICKS_PERIOD / 2 || step >= TICKS_PERIOD / 2) {
      throw Errors.overflowError(ctx, "ticks interval overflow");
    }
    return PyInt.of((Args.toLong(ctx, ticks) + step) & (TICKS_PERIOD - 1));
  }

  /** ticks_diff(end, start) -> int: from one counter value to another, also across the wrap. */
  private static PyObject ticks_diff(PyContext ctx, PyObject end, PyObject start) {
    long difference = Args.toLong(ctx, end) - Args.toLong(ctx, start);
    return PyInt.of(((difference + TICKS_PERIOD / 2) & (TICKS_PERIOD - 1)) - TICKS_PERIOD / 2);
  }

  /** clock() -> float: seconds that the program has run. */
  private static PyObject clock(PyContext ctx) {
    return new PyFloat(elapsed(ctx) / 1_000_000 / 1e3);
  }

  // ---- calendar ----

  /**
   * gmtime([seconds]) -> tuple: year, month, day, hour, minute, second, weekday, day of year, 0; in
   * UTC.
   */
  private static PyObject gmtime(PyContext ctx, PyObject[] args, int at, int nargs) {
    return fields(ctx, seconds(ctx, args, at, nargs));
  }

  /** localtime([seconds]) -> tuple: the same in local time. */
  private static PyObject localtime(PyContext ctx, PyObject[] args, int at, int nargs) {
    return localFields(ctx, seconds(ctx, args, at, nargs));
  }

  /** The nine fields of a moment in local time. */
  static PyObject localFields(PyContext ctx, long seconds) {
    return fields(ctx, seconds + ctx.host.clock().localOffsetSeconds(seconds));
  }

  private static long seconds(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 0 || args[at] == PyNone.NONE) {
      return Math.floorDiv(epochNanos(ctx), NANOS_PER_SECOND);
    }
    double value = Args.toDouble(ctx, args[at]);
    // Years beyond what a 32-bit field holds are an overflow; this is far inside it.
    if (!(Math.abs(value) < 6e15)) {
      throw Errors.overflowError(ctx, "overflow converting long int to machine word");
    }
    return (long) value;
  }

  /** The nine fields of a moment given in seconds since 1970-01-01. */
  private static PyObject fields(PyContext ctx, long seconds) {
    long days = Math.floorDiv(seconds, SECONDS_PER_DAY);
    int second = (int) (seconds - days * SECONDS_PER_DAY);
    long year = yearOf(days);
    int dayOfYear = (int) (days - daysBefore(year));
    int month = 1;
    int day = dayOfYear;
    while (day >= daysInMonth(year, month)) {
      day -= daysInMonth(year, month);
      month++;
    }
    return PyTuple.of(
        PyInt.of(year),
        PyInt.of(month),
        PyInt.of(day + 1),
        PyInt.of(second / 3600),
        PyInt.of(second / 60 % 60),
        PyInt.of(second % 60),
        PyInt.of((int) Math.floorMod(days + 3, 7L)),
        PyInt.of(dayOfYear + 1),
        PyInt.of(0));
  }

  private static long yearOf(long days) {
    long year = 1970 + Math.floorDiv(days * 400, 146097L);
    while (daysBefore(year) > days) {
      year--;
    }
    while (daysBefore(year + 1) <= days) {
      year++;
    }
    return year;
  }

  /** Days from 1970-01-01 to the first day of a year. */
  private static long daysBefore(long year) {
    long past = year - 1;
    return past * 365
        + Math.floorDiv(past, 4)
        - Math.floorDiv(past, 100)
        + Math.floorDiv(past, 400)
        - 719162;
  }

  private static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int daysInMonth(long year, int month) {
    switch (month) {
      case 2:
        return isLeap(year) ? 29 : 28;
      case 4:
      case 6:
      case 9:
      case 11:
        return 30;
      default:
        return 31;
    }
  }

  /**
   * mktime(fields) -> int: seconds since 1970-01-01 UTC of a local time; fields beyond their range
   * carry over.
   */
  private static PyObject mktime(PyContext ctx, PyObject argument) {
    PyObject[] items;
    if (Args.unwrap(argument) instanceof PyTuple tuple) {
      items = tuple.items();
    } else if (Args.unwrap(argument) instanceof PyList list) {
      items = PyTuple.copyOf(list.items(), 0, list.size()).items();
    } else {
      throw Errors.typeError(ctx, "object '" + argument.type().name + "' isn't a tuple or list");
    }
    if (items.length < 8 || items.length > 9) {
      throw Errors.typeError(ctx, "mktime needs a tuple of length 8 or 9");
    }
    return PyInt.of(localSeconds(ctx, items, 3));
  }

  /**
   * Seconds since 1970-01-01 UTC of a local time: year, month and day, and from {@code hour} on
   * hour, minute and second.
   */
  static long localSeconds(PyContext ctx, PyObject[] items, int hour) {
    long month = Args.toInt(ctx, items[1]) - 1L;
    long year = Args.toInt(ctx, items[0]) + Math.floorDiv(month, 12L);
    long days = daysBefore(year);
    int months = (int) Math.floorMod(month, 12L);
    for (int i = 1; i <= months; i++) {
      days += daysInMonth(year, i);
    }
    days += Args.toInt(ctx, items[2]) - 1;
    long seconds =
        days * SECONDS_PER_DAY
            + Args.toInt(ctx, items[hour]) * 3600L
            + Args.toInt(ctx, items[hour + 1]) * 60L
            + Args.toInt(ctx, items[hour + 2]);
    int offset = ctx.host.clock().localOffsetSeconds(seconds);
    offset = ctx.host.clock().localOffsetSeconds(seconds - offset);
    return seconds - offset;
  }
}
