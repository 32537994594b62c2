package org.pykopi.compiler;

/**
 * Makes the observers of functions in place of the compiler. An interface, so that a build which
 * only runs programs holds no recorder.
 */
interface ObserverFactory {
  /** Null for a function that needs none. */
  InstructionObserver observer(Emitter out, Scope scope);
}
