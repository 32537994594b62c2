package org.pykopi.object;

/**
 * The threads of a runtime: green ones, that take turns inside the one Java thread. {@code vm}
 * implements it; a built-in function that has to wait calls {@link #pause} in a loop.
 */
public interface Threads {
  /** For {@link #pause}: until something changes. */
  long NO_TIME = Long.MAX_VALUE;

  /**
   * Starts a thread that calls a function; the arguments lie in the array as for {@link
   * PyObject#call} from 0 on.
   *
   * @return its number
   */
  int start(PyObject function, PyObject[] args, int nargs, int nkw);

  /** The number of the running thread. */
  int current();

  /**
   * Called by a built-in function that cannot go on before {@code until} (on the host's clock of
   * elapsed time) or before another thread has done something. Gives the others a turn. It either
   * returns, or it ends the call by a Java exception; then the call is made again from its start
   * when the thread has its next turn. The latter needs that Python code called the function
   * directly; {@code function} is its name there, or null when it cannot be called again.
   */
  void pause(String function, long until);

  /**
   * When the sleep that begins here ends: {@code end}, or what was given to {@link #pause} when
   * this call was made for the first time.
   */
  long sleepEnd(long end);
}
