package org.pykopi.vm;

import java.util.Arrays;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * The arrays in which the frames of plain functions lie. Each running dispatch loop has one of its
 * own: loops inside each other never share one, so that an array can be exchanged while its loop
 * looks elsewhere.
 *
 * <p>Arrays are exchanged at safe points because collectors keep a list of the places in old
 * objects that refer to young ones: as long as an array is young, a store into it costs nothing
 * more; in an old one each push of a new object makes an entry. In Chromium that took up to a third
 * of the time (float arithmetic 33 %, method calls 29 %). A copy of the used part each 10,000 jumps
 * or calls is hardly to be measured.
 */
final class Stacks {
  private static final int FIRST_SIZE = 1024;

  /** Larger contents stay where they are: copying would cost more than it saves. */
  private static final int LARGEST_COPY = 4096;

  /** Generator frames with arrays of their own that are looked at in one exchange. */
  private static final int MOST_GENERATORS = 8;

  /** So many loops started on one array without a safe point. */
  private static final int MOST_ENTRIES = 1000;

  /** The array of the innermost loop. */
  PyObject[] top = PyObject.NO_ARGS;

  /** The arrays of all loops, outermost first; what is above {@link #level} may be null. */
  private PyObject[][] arrays = {top, null, null, null};

  /** How many slots of each array below {@link #level} are in use. */
  private int[] used = new int[arrays.length];

  private int level;

  /** Slots that the arrays below {@link #level} may have in use and the innermost one may have. */
  private int limit;

  private int entries;

  Stacks(int limit) {
    this.limit = limit;
  }

  /** A loop begins while the one around it has so many slots in use. */
  void enter(int inUse) {
    arrays[level] = top;
    used[level] = inUse;
    limit -= inUse;
    level++;
    if (level == arrays.length) {
      arrays = Arrays.copyOf(arrays, level * 2);
      used = Arrays.copyOf(used, level * 2);
    }
    top = arrays[level];
    if (top == null || ++entries > MOST_ENTRIES) {
      entries = 0;
      if (top != null) {
        Arrays.fill(top, null);
      }
      top = new PyObject[FIRST_SIZE];
      arrays[level] = top;
    }
  }

  /** The innermost loop has ended. */
  void leave() {
    arrays[level] = top;
    level--;
    limit += used[level];
    top = arrays[level];
  }

  /**
   * Makes room for {@code needed} slots in the innermost array; RecursionError when there are too
   * many.
   */
  void grow(PyContext ctx, Frame current, int needed) {
    if (needed >= limit) {
      throw Errors.recursionError(ctx);
    }
    int size = Math.max(FIRST_SIZE, top.length);
    while (size <= needed) {
      size *= 2;
    }
    PyObject[] old = top;
    top = Arrays.copyOf(old, size);
    for (Frame frame = current; frame != null; frame = frame.caller) {
      if (frame.stack == old) {
        frame.useStack(top);
      }
    }
  }

  /**
   * Exchanges the array of the innermost loop, which is between two instructions, for a new one.
   */
  void renew(Frame current) {
    int count = current.free;
    if (count > LARGEST_COPY) {
      return;
    }
    int size = FIRST_SIZE;
    while (size < count * 2) {
      size *= 2;
    }
    PyObject[] old = top;
    top = new PyObject[size];
    System.arraycopy(old, 0, top, 0, count);
    Arrays.fill(old, null);
    int generators = 0;
    Frame frame = current;
    while (frame != null) {
      if (frame.stack == old) {
        frame.useStack(top);
      } else if (frame.generator != null && generators++ < MOST_GENERATORS) {
        frame.useStack(Arrays.copyOf(frame.stack, frame.stack.length));
      }
      frame = frame.destination == Frame.TO_JAVA ? null : frame.caller;
    }
  }

  /**
   * Clears what ended calls left behind in the parts of the stack and the frames that are free. The
   * arguments of the call that is under way are done with, too.
   */
  void forget(Frame current) {
    forgetEnded(current);
    int op = current.code == null ? 0 : current.code.words[current.pc] & 0xff;
    if (op == Word.CALL_FUNCTION || op == Word.CALL_METHOD) {
      int end = current.generator == null ? current.free : current.stack.length;
      Arrays.fill(current.stack, current.sp + 1, end, PyNone.NONE);
    }
  }

  /** The part of it that may be done in the middle of a call. */
  void forgetEnded(Frame current) {
    clearUnused(current.free);
    for (Frame frame = current.next; frame != null; frame = frame.next) {
      frame.useStack(top);
      frame.forget();
    }
  }

  private void clearUnused(int inUse) {
    Arrays.fill(top, inUse, top.length, null);
    for (int i = 0; i < level; i++) {
      Arrays.fill(arrays[i], used[i], arrays[i].length, null);
    }
    Arrays.fill(arrays, level + 1, arrays.length, null);
  }
}
