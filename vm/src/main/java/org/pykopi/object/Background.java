package org.pykopi.object;

import java.util.ArrayList;
import java.util.List;

/**
 * What goes on beside the program: timers, devices. The machine looks after all of them at its safe
 * points, and never sleeps past the time when one of them is due. Times are nanoseconds of the
 * host's elapsed clock.
 */
public interface Background {
  long NEVER = Long.MAX_VALUE;

  /** When there will be something to do; {@link #NEVER} for nothing. */
  long due();

  /** Does what is due. */
  void run(PyContext ctx, long now);

  /** All of a runtime. */
  final class All {
    private static final String KEY = "background";

    private final List<Background> list = new ArrayList<>();

    /**
     * Whether the program is not to be disturbed: neither background work nor other threads get
     * their turn.
     */
    public boolean isHeldBack;

    private All() {}

    public static All of(PyContext ctx) {
      All all = (All) ctx.moduleState.get(KEY);
      if (all == null) {
        all = new All();
        ctx.moduleState.put(KEY, all);
      }
      return all;
    }

    public void add(Background background) {
      list.add(background);
    }

    public void remove(Background background) {
      list.remove(background);
    }

    /** The earliest time that something is due. */
    public long due() {
      long earliest = NEVER;
      for (int i = 0; !isHeldBack && i < list.size(); i++) {
        earliest = Math.min(earliest, list.get(i).due());
      }
      return earliest;
    }

    /** Does what is due now. */
    public void run(PyContext ctx) {
      for (int i = 0; !isHeldBack && i < list.size(); i++) {
        Background background = list.get(i);
        if (background.due() != NEVER) {
          long now = ctx.host.clock().elapsedNanos();
          if (background.due() <= now) {
            background.run(ctx, now);
          }
        }
      }
    }
  }
}
