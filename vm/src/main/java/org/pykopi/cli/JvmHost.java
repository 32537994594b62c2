package org.pykopi.cli;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.pykopi.host.Clock;
import org.pykopi.host.Environment;
import org.pykopi.host.Host;
import org.pykopi.host.board.Board;

/** Everything a runtime needs from this computer. */
final class JvmHost {
  final Interrupts interrupts = new Interrupts();
  final JvmConsole console = new JvmConsole(interrupts);
  final JvmFileSystem files = new JvmFileSystem();
  final Environment environment = new ProcessEnvironment();

  Host host() {
    return new Host(
        console,
        new ComputerClock(interrupts),
        files,
        target -> new SecureRandom().nextBytes(target),
        interrupts,
        environment,
        new Board(),
        new JvmNetwork(),
        new JvmTls());
  }

  private record ComputerClock(Interrupts interrupts) implements Clock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public long epochNanos() {
      return System.currentTimeMillis() * NANOS_PER_MILLI;
    }

    @Override
    public long elapsedNanos() {
      return System.nanoTime();
    }

    @Override
    public int localOffsetSeconds(long epochSeconds) {
      return TimeZone.getDefault().getOffset(epochSeconds * 1000) / 1000;
    }

    @Override
    public void sleep(long nanos) {
      interrupts.sleep(nanos);
    }
  }

  /** Changes stay inside this process: Java cannot pass them to the system. */
  private static final class ProcessEnvironment implements Environment {
    private final Map<String, String> changed = new HashMap<>();

    @Override
    public String get(String name) {
      return changed.containsKey(name) ? changed.get(name) : System.getenv(name);
    }

    @Override
    public void set(String name, String value) {
      changed.put(name, value);
    }
  }
}
