package org.pykopi.serial.cli;

import java.io.IOException;
import org.pykopi.serial.port.DeviceException;

/**
 * One thing that the command {@code device} does.
 *
 * @param operands how many words follow it that are no options; {@link #ALL} for all up to "+"
 * @param usage its line of the help, with its name first
 */
record Verb(String name, int operands, String usage, Action action) {
  static final int ALL = -1;

  /** Does it; the exit status. */
  interface Action {
    int run(Session session, Words words) throws DeviceException, CommandException, IOException;
  }
}
