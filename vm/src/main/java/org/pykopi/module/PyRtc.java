package org.pykopi.module;

import org.pykopi.host.board.Board;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code machine.RTC}: the clock of the board, in local time; {@code time} follows it, and the
 * memory that survives a reset.
 */
final class PyRtc extends PyObject {
  static final PyType TYPE =
      new TypeTable("RTC")
          .constructor(PyRtc::make)
          .fn2("init", PyRtc::init)
          .fn("datetime", 1, 2, PyRtc::datetime)
          .fn("memory", 1, 2, PyRtc::memory)
          .build();

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int FIELDS = 8;

  @Override
  public PyType type() {
    return TYPE;
  }

  /** RTC() -> RTC: the clock. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 0);
    return new PyRtc();
  }

  /**
   * init(datetime): sets the clock to (year, month, day, hour, minute, second, any, microseconds).
   */
  private static PyObject init(PyContext ctx, PyObject self, PyObject datetime) {
    set(ctx, datetime, 3);
    return PyNone.NONE;
  }

  /**
   * datetime([datetime]) -> tuple or None: year, month, day, weekday, hour, minute, second,
   * microseconds; sets the clock when given.
   */
  private static PyObject datetime(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 2) {
      set(ctx, args[at + 1], 4);
      return PyNone.NONE;
    }
    long nanos = TimeModule.epochNanos(ctx);
    long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
    PyObject[] fields = Args.toItems(ctx, TimeModule.localFields(ctx, seconds));
    return PyTuple.of(
        fields[0],
        fields[1],
        fields[2],
        fields[6],
        fields[3],
        fields[4],
        fields[5],
        PyInt.of(Math.floorMod(nanos, NANOS_PER_SECOND) / 1000));
  }

  private static void set(PyContext ctx, PyObject datetime, int hour) {
    PyObject[] items = Args.toItems(ctx, datetime);
    if (items.length != FIELDS) {
      throw Errors.valueError(
          ctx, "requested length " + FIELDS + " but object has length " + items.length);
    }
    long seconds = TimeModule.localSeconds(ctx, items, hour);
    long wanted = seconds * NANOS_PER_SECOND + Args.toLong(ctx, items[7]) * 1000;
    ctx.host.board().clockOffsetNanos = wanted - ctx.host.clock().epochNanos();
  }

  /** memory([data]) -> bytes or None: what survives a reset; sets it when given. */
  private static PyObject memory(PyContext ctx, PyObject[] args, int at, int nargs) {
    Board board = ctx.host.board();
    if (nargs == 1) {
      return PyBytes.copyOf(board.backup, 0, board.backupLength);
    }
    BufferView data = Args.toBuffer(ctx, args[at + 1]);
    if (data.length() > Board.BACKUP_SIZE) {
      throw Errors.valueError(ctx, "buffer too long");
    }
    System.arraycopy(data.data(), data.offset(), board.backup, 0, data.length());
    board.backupLength = data.length();
    return PyNone.NONE;
  }
}
