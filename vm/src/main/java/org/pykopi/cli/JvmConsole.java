package org.pykopi.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.pykopi.host.Console;
import org.pykopi.host.HostException;

/**
 * The standard streams of this process. Output is collected and sent on when much has come
 * together, when the machine asks for it, and at line ends on a terminal.
 *
 * <p>The terminal goes back from raw mode only when a program reads from it, or at the end: between
 * two inputs at the prompt nothing needs to change, and each change costs a process.
 */
final class JvmConsole implements Console {
  private static final int BROKEN_PIPE = 141;

  private final InputStream input = new FileInputStream(FileDescriptor.in);
  private final OutputStream output = new FileOutputStream(FileDescriptor.out);
  private final OutputStream error = new FileOutputStream(FileDescriptor.err);
  private final byte[] buffer = new byte[8192];
  private int used;

  private final Interrupts interrupts;
  private final Terminal terminal = new Terminal();
  private final boolean isInputTerminal = Terminal.isTerminal(0);
  private final boolean isOutputTerminal = Terminal.isTerminal(1);

  /** Whether the prompt reads, not a program. */
  private volatile boolean wantsRaw;

  /**
   * Reads the terminal in its own thread, so that Ctrl-C can end the wait; made at the first read.
   */
  private InputPump pump;

  JvmConsole(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  Terminal terminal() {
    return terminal;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    flush();
    try {
      if (!isInputTerminal) {
        return input.read(target, offset, length);
      }
      terminal.setRaw(wantsRaw);
      startPump();
      return pump.read(target, offset, length);
    } catch (IOException e) {
      throw new HostException(HostException.EIO);
    }
  }

  private void startPump() {
    if (pump == null) {
      pump = new InputPump(input, interrupts);
      pump.start();
    }
  }

  /** Gets the terminal ready while no one waits for the prompt: switching it takes a while. */
  void prepareRaw() {
    if (isInputTerminal) {
      terminal.setRaw(true);
      startPump();
    }
  }

  @Override
  public boolean isReadReady() {
    try {
      return (pump != null && pump.isReady()) || input.available() > 0;
    } catch (IOException e) {
      throw new HostException(HostException.EIO);
    }
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    if (length > buffer.length - used) {
      flush();
      if (length > buffer.length) {
        send(output, source, offset, length);
        return;
      }
    }
    System.arraycopy(source, offset, buffer, used, length);
    used += length;
    if (isOutputTerminal && length > 0 && source[offset + length - 1] == '\n') {
      flush();
    }
  }

  @Override
  public void writeError(byte[] source, int offset, int length) {
    flush();
    send(error, source, offset, length);
  }

  @Override
  public void flush() {
    int length = used;
    used = 0;
    send(output, buffer, 0, length);
  }

  /**
   * Nobody reads the output any more when it fails, so the process ends as one that SIGPIPE ended.
   */
  private static void send(OutputStream target, byte[] source, int offset, int length) {
    try {
      target.write(source, offset, length);
    } catch (IOException e) {
      Runtime.getRuntime().exit(BROKEN_PIPE);
    }
  }

  @Override
  public boolean isTerminal() {
    return isInputTerminal && isOutputTerminal;
  }

  boolean isInputTerminal() {
    return isInputTerminal;
  }

  @Override
  public void setRaw(boolean isRaw) {
    wantsRaw = isRaw;
    if (isRaw && isInputTerminal) {
      terminal.setRaw(true);
    } else if (pump != null) {
      pump.interruptEarly();
    }
  }

  /**
   * Bytes of the terminal on their way from the reading thread to the machine. An end of input
   * (Ctrl-D) is passed on once; then the terminal is read again. A Ctrl-C that comes in raw mode
   * while a program runs interrupts it, as the signal does in the other mode. The prompt gets all
   * line ends as carriage returns.
   */
  private final class InputPump extends Thread {
    private static final int CTRL_C = 3;

    /** No more is taken in advance from a terminal. */
    private static final int MAX_WAITING = 1 << 20;

    private final InputStream source;
    private final Interrupts monitor;
    private byte[] waiting = new byte[1024];
    private int count;
    private boolean isAtEnd;

    InputPump(InputStream source, Interrupts monitor) {
      super("terminal input");
      setDaemon(true);
      this.source = source;
      this.monitor = monitor;
    }

    @Override
    public void run() {
      byte[] piece = new byte[256];
      try {
        while (true) {
          pass(piece, source.read(piece, 0, piece.length));
        }
      } catch (IOException | InterruptedException e) {
        synchronized (monitor) {
          isAtEnd = true;
          monitor.notifyAll();
        }
      }
    }

    private void pass(byte[] piece, int length) throws InterruptedException {
      synchronized (monitor) {
        while (isAtEnd || count > MAX_WAITING) {
          monitor.wait();
        }
        if (length < 0) {
          isAtEnd = true;
        } else {
          add(piece, length);
        }
        monitor.notifyAll();
      }
    }

    private void add(byte[] piece, int length) {
      if (count + length > waiting.length) {
        waiting = Arrays.copyOf(waiting, 2 * (count + length));
      }
      for (int i = 0; i < length; i++) {
        if (piece[i] == CTRL_C && !wantsRaw) {
          monitor.press();
        } else {
          waiting[count++] = piece[i] == '\n' && wantsRaw ? (byte) '\r' : piece[i];
        }
      }
    }

    /** A Ctrl-C that came before the program had started is meant for it. */
    void interruptEarly() {
      synchronized (monitor) {
        if (count > 0 && waiting[0] == CTRL_C) {
          drop(1);
          monitor.press();
        }
      }
    }

    private void drop(int length) {
      count -= length;
      System.arraycopy(waiting, length, waiting, 0, count);
    }

    boolean isReady() {
      synchronized (monitor) {
        return count > 0 || isAtEnd;
      }
    }

    /** As {@link Console#read}. */
    int read(byte[] target, int offset, int length) {
      synchronized (monitor) {
        try {
          while (count == 0 && !isAtEnd && !monitor.isPending()) {
            monitor.wait();
          }
        } catch (InterruptedException e) {
          interrupt();
          return 0;
        }
        if (monitor.isPending()) {
          return 0;
        }
        if (count == 0) {
          isAtEnd = false;
          monitor.notifyAll();
          return -1;
        }
        int part = Math.min(length, count);
        System.arraycopy(waiting, 0, target, offset, part);
        drop(part);
        monitor.notifyAll();
        return part;
      }
    }
  }
}
