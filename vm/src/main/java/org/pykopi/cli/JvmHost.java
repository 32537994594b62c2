package org.pykopi.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.WeakHashMap;
import org.pykopi.host.Clock;
import org.pykopi.host.Environment;
import org.pykopi.host.Host;
import org.pykopi.host.board.Board;

/** Everything a runtime needs from this computer. */
final class JvmHost {
  final Interrupts interrupts = new Interrupts();
  final JvmConsole console = new JvmConsole(interrupts);
  final JvmFileSystem files = new JvmFileSystem();
  final Environment environment = new ProcessEnvironment(console);

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

  /** Changes reach the commands that are run from here, not this process itself. */
  private static final class ProcessEnvironment implements Environment {
    private final JvmConsole console;
    private final Map<String, String> changed = new HashMap<>();
    private final Map<Object, Integer> identities = new WeakHashMap<>();
    private int lastIdentity;

    ProcessEnvironment(JvmConsole console) {
      this.console = console;
    }

    @Override
    public String get(String name) {
      return changed.containsKey(name) ? changed.get(name) : System.getenv(name);
    }

    @Override
    public void set(String name, String value) {
      changed.put(name, value);
    }

    /** Only for objects that have no {@code equals} of their own, as those of Python. */
    @Override
    public int identityOf(Object object) {
      return identities.computeIfAbsent(object, key -> ++lastIdentity);
    }

    @Override
    public long memoryInUse() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Override
    public boolean hasShell() {
      return true;
    }

    @Override
    public int run(String command) {
      console.flush();
      boolean isWindows = System.getProperty("os.name").startsWith("Windows");
      ProcessBuilder builder =
          isWindows
              ? new ProcessBuilder("cmd", "/c", command)
              : new ProcessBuilder("/bin/sh", "-c", command);
      changed.forEach(
          (name, value) -> {
            if (value == null) {
              builder.environment().remove(name);
            } else {
              builder.environment().put(name, value);
            }
          });
      try {
        return builder.inheritIO().start().waitFor();
      } catch (IOException e) {
        return -1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }
  }
}
