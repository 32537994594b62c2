package org.pykopi.cli;

import java.lang.reflect.Proxy;
import org.pykopi.host.Poll;

/**
 * Ctrl-C. The first press asks the program to stop; when it has not looked for it until the third,
 * the process ends. Whoever waits waits here, so that a press wakes them.
 */
final class Interrupts implements Poll {
  private static final int PRESSES_TO_QUIT = 3;

  /** What shells expect of a process that Ctrl-C ended. */
  private static final int EXIT_CODE = 130;

  private volatile boolean isPending;
  private int presses;

  /** Starts listening; false in a Java without signals, where Ctrl-C is left to the system. */
  boolean listen() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              handler.getClassLoader(), new Class<?>[] {handler}, (p, method, args) -> press());
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, listener);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Asks the program to stop. */
  synchronized Object press() {
    isPending = true;
    presses++;
    if (presses == PRESSES_TO_QUIT) {
      Runtime.getRuntime().exit(EXIT_CODE);
    }
    notifyAll();
    return null;
  }

  boolean isPending() {
    return isPending;
  }

  @Override
  public boolean poll() {
    if (!isPending) {
      return false;
    }
    isPending = false;
    presses = 0;
    return true;
  }

  /** Waits for that time or until an interrupt. */
  synchronized void sleep(long nanos) {
    long end = System.nanoTime() + nanos;
    try {
      for (long left = nanos; left > 0 && !isPending; left = end - System.nanoTime()) {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
