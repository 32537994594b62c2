package org.pykopi.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.host.Clock;
import org.pykopi.host.Console;
import org.pykopi.host.Environment;
import org.pykopi.host.Host;
import org.pykopi.host.MemoryFileSystem;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.RuntimeOptions;
import org.pykopi.util.Profile;
import org.pykopi.vm.Code;

/**
 * A machine for one random program: nothing in it depends on the time or the computer, and it stops
 * what runs too long, first with a KeyboardInterrupt, then for good.
 */
final class FuzzMachine {
  private static final int MAX_OUTPUT = 1 << 20;
  private static final long FILE_SPACE = 1 << 20;

  /** Ends programs that grow, such as those that double a number in each turn. */
  private static final long HEAP = 256 << 20;

  /** Polls after the interrupt for a program that catches it. */
  private static final int GRACE = 5;

  /** The program caught its interrupt and still ran on. */
  static final class StepLimit extends Error {
    private static final long serialVersionUID = 1L;

    StepLimit() {
      super("step limit", null, false, false);
    }
  }

  private final OutputConsole console = new OutputConsole();
  private final StillClock clock = new StillClock();
  private final int maxPolls;
  private int polls;
  final PyRuntime runtime;

  /**
   * @param maxPolls how often the machine may ask its host, about every 10,000 calls and loops,
   *     before it is stopped
   */
  FuzzMachine(int maxPolls) {
    this(maxPolls, Profile.MICROPYTHON);
  }

  /** As before, for another profile. */
  FuzzMachine(int maxPolls, Profile profile) {
    this.maxPolls = maxPolls;
    Host host =
        new Host(
            console,
            clock,
            new MemoryFileSystem(clock, FILE_SPACE),
            target -> Arrays.fill(target, (byte) 42),
            this::poll,
            new NoEnvironment());
    RuntimeOptions options = new RuntimeOptions();
    options.profile = profile;
    options.heapSize = HEAP;
    runtime = new PyRuntime(host, options);
  }

  private boolean poll() {
    polls++;
    if (polls > maxPolls + GRACE) {
      throw new StepLimit();
    }
    return polls > maxPolls;
  }

  /** Whether the program was interrupted, so that where it ended is chance. */
  boolean isInterrupted() {
    return polls > maxPolls;
  }

  /** Compiles and runs a source as {@code __main__}. */
  void run(String source) {
    try {
      runtime.runText(source, "main.py");
    } catch (StepLimit e) {
      console.cut();
    }
  }

  /** Runs code as {@code __main__}. */
  void run(CodeObject code) {
    run(() -> Code.of(code));
  }

  /** Runs a {@code .mpy} file as {@code __main__}. */
  void run(byte[] file) {
    run(() -> runtime.context().loadCode(file));
  }

  private void run(Supplier<PyObject> code) {
    try {
      runtime.context().execute(code.get(), runtime.globals(), runtime.globals());
    } catch (PyException e) {
      runtime.finish(e);
    } catch (StepLimit e) {
      console.cut();
    }
  }

  /** What was written to standard output and standard error, up to a limit. */
  String output() {
    return console.text();
  }

  private static final class OutputConsole implements Console {
    private byte[] bytes = new byte[1024];
    private int length;

    @Override
    public int read(byte[] target, int offset, int count) {
      return -1;
    }

    @Override
    public boolean isReadReady() {
      return true;
    }

    @Override
    public void write(byte[] source, int offset, int count) {
      int taken = Math.min(count, MAX_OUTPUT - length);
      if (length + taken > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + taken));
      }
      System.arraycopy(source, offset, bytes, length, taken);
      length += taken;
    }

    @Override
    public void writeError(byte[] source, int offset, int count) {
      write(source, offset, count);
    }

    void cut() {
      byte[] mark = "(stopped)\n".getBytes(StandardCharsets.UTF_8);
      write(mark, 0, mark.length);
    }

    String text() {
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void flush() {}

    @Override
    public boolean isTerminal() {
      return false;
    }
  }

  /** Starts at a fixed moment; only sleeping lets time go by. */
  private static final class StillClock implements Clock {
    private long nanos;

    @Override
    public long epochNanos() {
      return 1_700_000_000_000_000_000L + nanos;
    }

    @Override
    public long elapsedNanos() {
      nanos += 1000;
      return nanos;
    }

    @Override
    public int localOffsetSeconds(long epochSeconds) {
      return 0;
    }

    @Override
    public void sleep(long duration) {
      nanos += Math.max(duration, 0);
    }
  }

  private static final class NoEnvironment implements Environment {
    @Override
    public String get(String name) {
      return null;
    }

    @Override
    public void set(String name, String value) {}
  }
}
