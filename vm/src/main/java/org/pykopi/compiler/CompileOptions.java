package org.pykopi.compiler;

import org.pykopi.bytecode.CodeObject.Emitter;
import org.pykopi.util.Profile;

/**
 * How to compile. Immutable; {@link #DEFAULT} plus the {@code with} methods.
 *
 * @param isInteractive print the value of expression statements of the module, as the REPL does
 * @param allowsTopLevelAwait accept {@code await} outside functions
 * @param optimisation level of {@code -O}: from 1 asserts are dropped, from 3 line numbers too
 * @param smallIntBits bits of an int that needs no constant table entry; 31 suits all boards
 * @param acceptsNative run native and viper functions as bytecode; otherwise they are errors, as in
 *     the cross-compiler
 * @param emitter what functions without a decorator are marked as
 * @param profile whose language
 * @param isStrict keep what Pycopy's strict mode needs to know of constants
 * @param cachesLookups leave room for cached places in version 5 of the bytecode, as Pycopy's own
 *     machine wants it
 */
public record CompileOptions(
    boolean isInteractive,
    boolean allowsTopLevelAwait,
    int optimisation,
    int smallIntBits,
    boolean acceptsNative,
    Emitter emitter,
    Profile profile,
    boolean isStrict,
    boolean cachesLookups) {
  /** For code that the VM runs itself. */
  public static final CompileOptions DEFAULT =
      new CompileOptions(
          false, false, 0, 31, true, Emitter.BYTECODE, Profile.MICROPYTHON, false, true);

  /** For writing `.mpy` files, with the settings of the reference cross-compiler. */
  public static final CompileOptions CROSS =
      new CompileOptions(
          false, false, 0, 31, false, Emitter.BYTECODE, Profile.MICROPYTHON, false, false);

  public CompileOptions withInteractive(boolean value) {
    return new CompileOptions(
        value,
        allowsTopLevelAwait,
        optimisation,
        smallIntBits,
        acceptsNative,
        emitter,
        profile,
        isStrict,
        cachesLookups);
  }

  public CompileOptions withTopLevelAwait(boolean value) {
    return new CompileOptions(
        isInteractive,
        value,
        optimisation,
        smallIntBits,
        acceptsNative,
        emitter,
        profile,
        isStrict,
        cachesLookups);
  }

  public CompileOptions withOptimisation(int level) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        level,
        smallIntBits,
        acceptsNative,
        emitter,
        profile,
        isStrict,
        cachesLookups);
  }

  /** From 2 to 63. */
  public CompileOptions withSmallIntBits(int bits) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        optimisation,
        bits,
        acceptsNative,
        emitter,
        profile,
        isStrict,
        cachesLookups);
  }

  public CompileOptions withEmitter(Emitter value) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        optimisation,
        smallIntBits,
        acceptsNative,
        value,
        profile,
        isStrict,
        cachesLookups);
  }

  public CompileOptions withProfile(Profile value) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        optimisation,
        smallIntBits,
        acceptsNative,
        emitter,
        value,
        isStrict,
        cachesLookups);
  }

  public CompileOptions withStrict(boolean value) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        optimisation,
        smallIntBits,
        acceptsNative,
        emitter,
        profile,
        value,
        cachesLookups);
  }

  public CompileOptions withCachedLookups(boolean value) {
    return new CompileOptions(
        isInteractive,
        allowsTopLevelAwait,
        optimisation,
        smallIntBits,
        acceptsNative,
        emitter,
        profile,
        isStrict,
        value);
  }

  /**
   * Whether an assignment of two or three values to as many targets needs no tuple. Pycopy's
   * cross-compiler, which accepts no native code, makes one.
   */
  boolean joinsAssignments() {
    return profile.isMicropython() || acceptsNative;
  }

  /** Whether an int is loaded by the opcode itself. */
  boolean isSmall(long value) {
    long rest = value >> smallIntBits - 1;
    return rest == 0 || rest == -1;
  }
}
