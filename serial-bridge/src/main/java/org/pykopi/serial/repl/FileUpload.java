package org.pykopi.serial.repl;

import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;

/**
 * Sends the contents of one file in pieces. The board checks each piece and writes it to its place,
 * so a piece that got lost or damaged is simply sent again.
 */
final class FileUpload {
  /** A larger piece is not faster: its way back and forth is 2 % of 4 KiB at 921,600 baud. */
  private static final int LARGEST = 4096;

  private static final int SMALLEST = 128;

  /** The board needs a piece in the program text, in the literal's value and in between. */
  private static final int PART_OF_MEMORY = 16;

  private static final int ATTEMPTS = 6;

  private final BoardLink link;
  private final String path;
  private final String step;

  /**
   * @param path where to write, not where the file will be
   */
  FileUpload(BoardLink link, String path, String step) {
    this.link = link;
    this.path = path;
    this.step = step;
  }

  void send(byte[] data, Progress progress) throws DeviceException {
    int free = link.facts().freeMemory();
    int piece = Math.max(SMALLEST, Math.min(LARGEST, free / PART_OF_MEMORY));
    link.call("n(" + PythonText.string(path) + ")", step);
    int sent = 0;
    int failures = 0;
    while (sent < data.length) {
      if (!progress.update(step, sent, data.length)) {
        throw new CancelledException(step);
      }
      int length = Math.min(piece, data.length - sent);
      try {
        link.call(link.writeCall(sent, data, sent, length), step, (type, block) -> {});
        sent += length;
        failures = 0;
      } catch (PortException | NoPromptException e) {
        throw e;
      } catch (DeviceException e) {
        failures++;
        if (isFinal(e) || failures == ATTEMPTS) {
          throw e;
        }
        link.repl.log().warn(e.getMessage() + "; sending " + length + " bytes again");
        piece = smaller(piece, e, failures);
      }
    }
    link.call("c()", step);
    progress.update(step, data.length, data.length);
  }

  /** Whether sending again can not help: the board refused, or has lost the open file. */
  private static boolean isFinal(DeviceException e) {
    return e instanceof PythonException python
        && (python.errno() != 0 || python.typeName().equals("AttributeError"));
  }

  /** Less at a time for a board without memory, and for a line that damages much. */
  private int smaller(int piece, DeviceException e, int failures) {
    boolean isMemory =
        e instanceof PythonException python && python.typeName().equals("MemoryError");
    if (failures > 2 && !isMemory) {
      link.beCareful();
    }
    return isMemory || failures > 1 ? Math.max(SMALLEST, piece / 2) : piece;
  }
}
