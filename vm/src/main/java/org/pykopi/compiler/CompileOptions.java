package org.pykopi.compiler;

import org.pykopi.bytecode.CodeObject.Emitter;
import org.pykopi.util.Profile;

/** How to compile: {@link #DEFAULT} or {@link #CROSS} plus the {@code with} methods. Immutable. */
public final class CompileOptions {
  /** For code that the VM runs itself. */
  public static final CompileOptions DEFAULT = new CompileOptions(true);

  /** For writing `.mpy` files, with the settings of the reference cross-compiler. */
  public static final CompileOptions CROSS = new CompileOptions(false);

  private boolean isInteractive;
  private boolean allowsTopLevelAwait;
  private int optimisation;
  private int smallIntBits = 31;
  private final boolean acceptsNative;
  private Emitter emitter = Emitter.BYTECODE;
  private Profile profile = Profile.MICROPYTHON;
  private boolean isStrict;
  private boolean cachesLookups;
  private ObserverFactory tapes;

  private CompileOptions(boolean isOwn) {
    acceptsNative = isOwn;
    cachesLookups = isOwn;
  }

  private CompileOptions copy() {
    CompileOptions copy = new CompileOptions(acceptsNative);
    copy.isInteractive = isInteractive;
    copy.allowsTopLevelAwait = allowsTopLevelAwait;
    copy.optimisation = optimisation;
    copy.smallIntBits = smallIntBits;
    copy.emitter = emitter;
    copy.profile = profile;
    copy.isStrict = isStrict;
    copy.cachesLookups = cachesLookups;
    copy.tapes = tapes;
    return copy;
  }

  /** Print the value of expression statements of the module, as the REPL does. */
  public boolean isInteractive() {
    return isInteractive;
  }

  public CompileOptions withInteractive(boolean value) {
    CompileOptions copy = copy();
    copy.isInteractive = value;
    return copy;
  }

  /** Accept {@code await} outside functions. */
  public boolean allowsTopLevelAwait() {
    return allowsTopLevelAwait;
  }

  public CompileOptions withTopLevelAwait(boolean value) {
    CompileOptions copy = copy();
    copy.allowsTopLevelAwait = value;
    return copy;
  }

  /** Level of {@code -O}: from 1 asserts are dropped, from 3 line numbers too. */
  public int optimisation() {
    return optimisation;
  }

  public CompileOptions withOptimisation(int value) {
    CompileOptions copy = copy();
    copy.optimisation = value;
    return copy;
  }

  /** Bits of an int that needs no constant table entry, from 2 to 63; 31 suits all boards. */
  public int smallIntBits() {
    return smallIntBits;
  }

  public CompileOptions withSmallIntBits(int value) {
    CompileOptions copy = copy();
    copy.smallIntBits = value;
    return copy;
  }

  /**
   * Run native and viper functions as bytecode; otherwise they are errors, as in the
   * cross-compiler.
   */
  public boolean acceptsNative() {
    return acceptsNative;
  }

  /** Whether native and viper functions are good for anything. */
  boolean allowsNative() {
    return acceptsNative || tapes != null;
  }

  /** Accept native and viper functions and record their instructions, for machine code. */
  public CompileOptions withTapes(NativeTapes value) {
    CompileOptions copy = copy();
    copy.tapes = value;
    return copy;
  }

  /** Null when there is to be no machine code. */
  ObserverFactory tapes() {
    return tapes;
  }

  /** What functions without a decorator are marked as. */
  public Emitter emitter() {
    return emitter;
  }

  public CompileOptions withEmitter(Emitter value) {
    CompileOptions copy = copy();
    copy.emitter = value;
    return copy;
  }

  /** Whose language. */
  public Profile profile() {
    return profile;
  }

  public CompileOptions withProfile(Profile value) {
    CompileOptions copy = copy();
    copy.profile = value;
    return copy;
  }

  /** Keep what Pycopy's strict mode needs to know of constants. */
  public boolean isStrict() {
    return isStrict;
  }

  public CompileOptions withStrict(boolean value) {
    CompileOptions copy = copy();
    copy.isStrict = value;
    return copy;
  }

  /**
   * Leave room for cached places in version 5 of the bytecode, as Pycopy's own machine wants it.
   */
  public boolean cachesLookups() {
    return cachesLookups;
  }

  public CompileOptions withCachedLookups(boolean value) {
    CompileOptions copy = copy();
    copy.cachesLookups = value;
    return copy;
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
