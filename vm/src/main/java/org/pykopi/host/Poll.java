package org.pykopi.host;

/**
 * What the machine asks at its safe points (backward jumps and calls), every few thousand of them.
 */
public interface Poll {
  /**
   * Gives the host its turn: it may let events in (in the browser the engine suspends here) and
   * says whether the person asked to stop.
   *
   * @return true once for each interrupt request; the machine then raises KeyboardInterrupt
   */
  boolean poll();
}
