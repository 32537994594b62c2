package org.pykopi.web.host;

import org.pykopi.host.Clock;
import org.pykopi.host.Host;
import org.pykopi.host.MemoryEnvironment;
import org.pykopi.host.MemoryFileSystem;

/** Everything the machine needs, on top of one bridge. */
public final class BrowserHost {
  /** Bytes of files that a session holds at most. */
  private static final long FILE_LIMIT = 256L << 20;

  public final MemoryFileSystem files;

  /** The listener of {@link #files}: tells the JavaScript side which files changed. */
  public final MemoryFileSystem.Listener changeReporter;

  public final Host host;

  /**
   * @param isTerminal whether a person types, so that programs shall echo and edit lines
   */
  public BrowserHost(Bridge bridge, boolean isTerminal) {
    Clock clock = new BrowserClock(bridge);
    files = new MemoryFileSystem(clock, FILE_LIMIT);
    changeReporter = new ChangeReporter(bridge);
    files.setListener(changeReporter);
    host =
        new Host(
            new BrowserConsole(bridge, isTerminal),
            clock,
            files,
            new BrowserEntropy(bridge),
            () -> bridge.poll() != 0,
            new MemoryEnvironment());
  }
}
