package org.pykopi.serial.flash;

import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.port.StopCheck;

/**
 * What is being done, for the one who watches it. While the line waits, the latest state is told
 * again, so that the work can be stopped in the middle of a step that has no parts.
 */
final class Report implements StopCheck {
  private Progress progress = Progress.NONE;
  private String step = "";
  private long done;
  private long total;

  /** From now on this one watches. */
  void to(Progress watcher) {
    progress = watcher;
    step = "";
  }

  /** {@code total} is 0 for a step that has no parts. */
  void show(String newStep, long newDone, long newTotal) throws CancelledException {
    step = newStep;
    done = newDone;
    total = newTotal;
    if (!progress.update(step, done, total)) {
      throw new CancelledException(step);
    }
  }

  @Override
  public void check() throws CancelledException {
    if (!step.isEmpty()) {
      show(step, done, total);
    }
  }
}
