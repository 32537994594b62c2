package org.pykopi.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Runs one kind of random case again and again until its time is over, and reports what went wrong:
 * anything thrown, and a case that does not end. Case number i has the seed {@code fuzz.seed + i},
 * so a failure is repeated at once with {@code -Dfuzz.seed=} and the seed it reports.
 *
 * <p>All failures with the same kind and place count as one; the shortest input of each is shown.
 * The cases run in a thread of their own with a stack of about the size a browser has, so a
 * recursion that is not counted fails here. The build always starts with the same seed; give
 * another one to look elsewhere.
 */
final class FuzzLoop {
  private static final int DEFAULT_SECONDS = 20;

  /** So that a quick machine tries no more than others. */
  private static final int DEFAULT_CASES = 50_000;

  private static final long CASE_NANOS = 60_000_000_000L;
  private static final int STACK_BYTES = 1 << 20;
  private static final int MAX_KINDS = 8;

  /** One random case; it calls {@link Note#input} before it tries its input. */
  interface Case {
    void run(Random random, Note note);
  }

  /** What is being tried, for the report. */
  static final class Note {
    private volatile Supplier<String> input = () -> "";

    void input(String text) {
      input = () -> text;
    }

    /** For an input that is made while it is tried. */
    void input(Supplier<String> text) {
      input = text;
    }
  }

  private record Failure(long seed, String input, Throwable thrown) {}

  private final String name;
  private final Case body;
  private final long firstSeed;
  private final long end;
  private final long endSeed;
  private final Note note = new Note();
  private final Map<String, Failure> failures = new TreeMap<>();
  private volatile long seed;
  private volatile long caseStart = System.nanoTime();

  private FuzzLoop(String name, int cases, Case body) {
    this.name = name;
    this.body = body;
    firstSeed = Long.getLong("fuzz.seed", 1);
    int seconds = Integer.getInteger("fuzz.seconds", DEFAULT_SECONDS);
    end = System.nanoTime() + seconds * 1_000_000_000L;
    endSeed = firstSeed + Integer.getInteger("fuzz.cases", cases);
    seed = firstSeed;
  }

  /**
   * Runs up to {@code -Dfuzz.cases=} cases for up to {@code -Dfuzz.seconds=}; an AssertionError
   * names each kind of failure.
   */
  static void run(String name, Case body) {
    run(name, DEFAULT_CASES, body);
  }

  /** As {@link #run(String, Case)}, with another number of cases for those that take long. */
  static void run(String name, int cases, Case body) {
    FuzzLoop loop = new FuzzLoop(name, cases, body);
    Thread worker = new Thread(null, loop::work, "fuzz-" + name, STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    loop.watch(worker);
    System.out.println(
        "fuzz " + name + ": seeds " + loop.firstSeed + " to " + (loop.seed - 1) + " tried");
    if (!loop.failures.isEmpty()) {
      throw new AssertionError(loop.report());
    }
  }

  private void work() {
    do {
      caseStart = System.nanoTime();
      try {
        body.run(new Random(seed), note);
      } catch (RuntimeException | Error e) {
        add(e);
      }
      seed++;
    } while (System.nanoTime() < end && seed < endSeed && failures.size() < MAX_KINDS);
  }

  private void watch(Thread worker) {
    while (worker.isAlive()) {
      if (System.nanoTime() - caseStart > CASE_NANOS) {
        IllegalStateException hang = new IllegalStateException("does not end");
        hang.setStackTrace(worker.getStackTrace());
        add(hang);
        return;
      }
      try {
        worker.join(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized void add(Throwable thrown) {
    String key = kindOf(thrown);
    Failure known = failures.get(key);
    String input = note.input.get();
    if (known == null || input.length() < known.input.length()) {
      failures.put(key, new Failure(seed, input, thrown));
    }
  }

  /** What is thrown and where; every place counts as one for a stack overflow or a hang. */
  private static String kindOf(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    boolean isDeep = thrown instanceof StackOverflowError;
    return thrown.getClass().getName() + (isDeep || trace.length == 0 ? "" : " at " + trace[0]);
  }

  private synchronized String report() {
    StringBuilder text = new StringBuilder();
    for (Failure failure : failures.values()) {
      text.append("\n==== ").append(failure.thrown);
      text.append("\n     repeat with -Dfuzz.seed=").append(failure.seed).append('\n');
      for (StackTraceElement frame : head(failure.thrown.getStackTrace())) {
        text.append("     at ").append(frame).append('\n');
      }
      text.append(failure.input).append('\n');
    }
    return failures.size() + " kinds of failure in fuzz " + name + text;
  }

  private static List<StackTraceElement> head(StackTraceElement[] trace) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (int i = 0; i < Math.min(trace.length, 12); i++) {
      frames.add(trace[i]);
    }
    return frames;
  }
}
