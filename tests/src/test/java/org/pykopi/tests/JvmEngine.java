package org.pykopi.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.pykopi.host.Clock;
import org.pykopi.host.Console;
import org.pykopi.host.Host;
import org.pykopi.host.MemoryEnvironment;
import org.pykopi.host.MemoryFileSystem;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.RuntimeOptions;

/**
 * The virtual machine in this process, with files in memory. A program that runs too long is
 * interrupted.
 */
final class JvmEngine implements Engine {
  private static final long LIMIT_NANOS = 60_000_000_000L;
  private static final long FILE_SPACE = 64 << 20;

  @Override
  public String name() {
    return "jvm";
  }

  @Override
  public String run(Program program) {
    BufferConsole console = new BufferConsole(program.stdin().getBytes(StandardCharsets.UTF_8));
    Clock clock = new SystemClock();
    MemoryFileSystem files = new MemoryFileSystem(clock, FILE_SPACE);
    program
        .files()
        .forEach(
            (path, bytes) -> {
              int slash = path.lastIndexOf('/');
              if (slash > 0) {
                files.makeFolders("/" + path.substring(0, slash));
              }
              files.put("/" + path, bytes);
            });
    files.put("/" + program.fileName(), program.source().getBytes(StandardCharsets.UTF_8));
    long end = System.nanoTime() + LIMIT_NANOS;
    Host host =
        new Host(
            console,
            clock,
            files,
            new Random(42)::nextBytes,
            () -> System.nanoTime() - end > 0,
            new MemoryEnvironment());
    RuntimeOptions options = new RuntimeOptions();
    options.profile = program.profile();
    PyRuntime runtime = new PyRuntime(host, options);
    runtime.runFile(program.fileName(), new String[] {program.fileName()});
    return console.output.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {}

  /** Standard input from bytes; standard output and error into one text. */
  private static final class BufferConsole implements Console {
    private final byte[] input;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int position;

    BufferConsole(byte[] input) {
      this.input = input;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      int count = Math.min(length, input.length - position);
      System.arraycopy(input, position, target, offset, count);
      position += count;
      return count == 0 ? -1 : count;
    }

    @Override
    public boolean isReadReady() {
      return true;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      output.write(source, offset, length);
    }

    @Override
    public void writeError(byte[] source, int offset, int length) {
      output.write(source, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public boolean isTerminal() {
      return false;
    }
  }

  private static final class SystemClock implements Clock {
    @Override
    public long epochNanos() {
      return System.currentTimeMillis() * 1_000_000;
    }

    @Override
    public long elapsedNanos() {
      return System.nanoTime();
    }

    @Override
    public int localOffsetSeconds(long epochSeconds) {
      return 0;
    }

    @Override
    public void sleep(long nanos) {
      try {
        Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
