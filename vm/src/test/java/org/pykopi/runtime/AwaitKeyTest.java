package org.pykopi.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pykopi.host.Clock;
import org.pykopi.host.Console;
import org.pykopi.host.Host;
import org.pykopi.host.MemoryEnvironment;
import org.pykopi.host.MemoryFileSystem;

/** Timers go on while a person at a terminal thinks about the next key. */
class AwaitKeyTest {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long now;

  /** Moves only while the machine sleeps. */
  private final class PatientClock implements Clock {
    @Override
    public long epochNanos() {
      return now;
    }

    @Override
    public long elapsedNanos() {
      return now;
    }

    @Override
    public int localOffsetSeconds(long epochSeconds) {
      return 0;
    }

    @Override
    public void sleep(long nanos) {
      now += nanos;
    }
  }

  /** A person who types each line 1.05 seconds after the one before. */
  private final class SlowTypist implements Console {
    private final byte[] keys;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private int position;
    private long lineEnd;

    SlowTypist(String keys) {
      this.keys = keys.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (position == keys.length) {
        return -1;
      }
      now = Math.max(now, lineEnd);
      target[offset] = keys[position++];
      lineEnd = target[offset] == '\r' ? now + 1050 * NANOS_PER_MILLI : lineEnd;
      return 1;
    }

    @Override
    public boolean isReadReady() {
      return now >= lineEnd;
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
      return true;
    }
  }

  private String session(String keys) {
    SlowTypist typist = new SlowTypist(keys);
    Clock clock = new PatientClock();
    Host host =
        new Host(
            typist,
            clock,
            new MemoryFileSystem(clock, 1 << 20),
            target -> {},
            () -> false,
            new MemoryEnvironment());
    new PyRuntime(host, new RuntimeOptions()).repl().run();
    return typist.output.toString(StandardCharsets.UTF_8);
  }

  private static final String TIMER =
      "n = 0\rdef f(t): global n; n += 1\r\rfrom machine import Timer\r"
          + "t = Timer(-1, period=100, callback=f)\r";

  @Test
  void timersRunWhileThePromptWaits() {
    assertThat(session(TIMER + "n\r")).contains("\n10\n");
    assertThat(session(TIMER + "n\rt.deinit()\rn\r")).contains("\n10\n", "\n21\n");
  }

  @Test
  void timersRunWhileInputWaits() {
    assertThat(session(TIMER + "input('name ')\rBob\rn\r")).contains("'Bob'\n", "\n31\n");
  }
}
