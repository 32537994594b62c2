package org.pykopi.host;

/** The process around the machine: environment variables and, where there is one, a shell. */
public interface Environment {
  /** The value, or null when the variable is not set. */
  String get(String name);

  /** Sets a variable, or removes it when {@code value} is null. */
  void set(String name, String value);

  /** Whether {@link #run} can be called; only on a computer. */
  default boolean hasShell() {
    return false;
  }

  /**
   * Bytes of Java's heap that are in use after a collection, which this call asks for; -1 where
   * nobody knows.
   */
  default long memoryInUse() {
    return -1;
  }

  /**
   * A number above 0 that stays the same for an object of Java, and that no other living one has.
   * The browser's class library counts; HotSpot gives numbers by chance, so that a host on it has
   * to count as well where equal numbers matter.
   */
  default int identityOf(Object object) {
    return System.identityHashCode(object);
  }

  /**
   * Has the shell run a command and waits for its end: the exit code, or -1 when it could not be
   * started.
   */
  default int run(String command) {
    return -1;
  }
}
