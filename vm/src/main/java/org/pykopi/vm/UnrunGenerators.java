package org.pykopi.vm;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.object.PyContext;

/**
 * Tells of generators and coroutines that are lost before their first step, most often because of a
 * forgotten {@code await}, as Pycopy's development variant does. The garbage collector is that of
 * the machine below and says nothing, so {@code gc.collect()} looks through the marks of all that
 * have not run.
 */
final class UnrunGenerators {
  /** What is known of a generator that may be gone; the generator knows it until it runs. */
  static final class Mark {
    private final WeakReference<PyGenerator> generator;
    private final String repr;
    boolean hasRun;

    private Mark(PyContext ctx, PyGenerator generator) {
      StringBuilder out = new StringBuilder();
      generator.repr(ctx, out);
      this.generator = new WeakReference<>(generator);
      repr = out.toString();
    }
  }

  /** How many marks there may be before those that have no use any more are thrown out. */
  private static final int MARKS_AT_FIRST = 1_000;

  private final PyContext ctx;
  private List<Mark> marks = new ArrayList<>();
  private int limit = MARKS_AT_FIRST;

  UnrunGenerators(PyContext ctx) {
    this.ctx = ctx;
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  Mark mark(PyGenerator generator) {
    if (marks.size() >= limit) {
      sweep();
      limit = Math.max(MARKS_AT_FIRST, 2 * marks.size());
    }
    Mark mark = new Mark(ctx, generator);
    marks.add(mark);
    return mark;
  }

  /** Warns of those that are gone. */
  void sweep() {
    List<Mark> left = new ArrayList<>();
    List<Mark> lost = new ArrayList<>();
    for (Mark mark : marks) {
      if (!mark.hasRun) {
        (mark.generator.get() == null ? lost : left).add(mark);
      }
    }
    marks = left;
    for (Mark mark : lost) {
      ctx.warn("RuntimeWarning", mark.repr + " never ran");
    }
  }
}
