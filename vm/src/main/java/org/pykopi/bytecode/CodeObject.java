package org.pykopi.bytecode;

/**
 * One compiled block: a module, class body, function, lambda or comprehension. Plain data; the
 * interpreter wraps it.
 *
 * <p>Slots of a frame: the locals come first (closed-over variables handed in by the parent, then
 * the arguments, then *args and **kwargs, then the other locals), the value stack after them. The
 * format does not store where the locals end: {@link #stateSize} is the sum of both.
 *
 * <p>A child is referred to by its index in {@link #children}; {@code MAKE_FUNCTION} and its kin do
 * so.
 */
public final class CodeObject {
  /** The body is a generator or coroutine. */
  public static final int FLAG_GENERATOR = 1;

  /** The function takes **kwargs. */
  public static final int FLAG_VARKEYWORDS = 2;

  /** The function takes *args. */
  public static final int FLAG_VARARGS = 4;

  /** Some keyword-only argument has a default value. */
  public static final int FLAG_DEFKWARGS = 8;

  /**
   * What the source asked for with a {@code micropython} decorator. All kinds hold and run
   * bytecode.
   */
  public enum Emitter {
    BYTECODE,
    NATIVE,
    VIPER
  }

  /** The name table of the whole file, shared by all its code objects. */
  public final String[] names;

  /** The constant table of the whole file; kinds of values: see {@link ConstantPool}. */
  public final Object[] constants;

  /** The opcodes, without the prelude. */
  public final byte[] bytecode;

  /** The blocks defined directly inside this one; empty, never null. */
  public final CodeObject[] children;

  public final Prelude prelude;
  public final Emitter emitter;

  /** Slots of a frame: locals plus value stack, at least 1. */
  public final int stateSize;

  public final int exceptionStackSize;
  public final int scopeFlags;

  /** Arguments by position, closed-over variables included (they are passed in front). */
  public final int positionalArgs;

  public final int keywordOnlyArgs;
  public final int defaultPositionalArgs;

  /** The locals to be turned into cells on entry. */
  public final int[] cells;

  /** The function's own name: {@code <module>}, {@code <lambda>}, ... */
  public final String simpleName;

  /** Positional, then keyword-only; a closed-over variable is called {@code *}. */
  public final String[] argumentNames;

  public final String sourceFile;

  /** Set by the compiler; null for code from a file. */
  public TraceLines traceLines;

  /** The same code for Pycopy; null for code of MicroPython. */
  public Mpy5Code version5;

  /**
   * Keeps all the arrays. The name indexes of the prelude lie inside the pool, and entry 0 of the
   * pool's names is the source file; {@link MpyReader} checks that for files.
   */
  public CodeObject(
      ConstantPool pool, Prelude prelude, byte[] bytecode, CodeObject[] children, Emitter emitter) {
    this.names = pool.names();
    this.constants = pool.constants();
    this.bytecode = bytecode;
    this.children = children;
    this.prelude = prelude;
    this.emitter = emitter;
    Signature signature = prelude.signature();
    this.stateSize = signature.stateSize();
    this.exceptionStackSize = signature.exceptionStackSize();
    this.scopeFlags = signature.scopeFlags();
    this.positionalArgs = signature.positionalArgs();
    this.keywordOnlyArgs = signature.keywordOnlyArgs();
    this.defaultPositionalArgs = signature.defaultPositionalArgs();
    this.cells = prelude.cells();
    int[] nameIndexes = prelude.nameIndexes();
    this.simpleName = names[nameIndexes[0]];
    this.argumentNames = new String[nameIndexes.length - 1];
    for (int i = 0; i < argumentNames.length; i++) {
      argumentNames[i] = names[nameIndexes[i + 1]];
    }
    this.sourceFile = names[0];
  }

  public boolean isGenerator() {
    return (scopeFlags & FLAG_GENERATOR) != 0;
  }

  public boolean hasVarArgs() {
    return (scopeFlags & FLAG_VARARGS) != 0;
  }

  public boolean hasVarKeywords() {
    return (scopeFlags & FLAG_VARKEYWORDS) != 0;
  }

  public boolean hasKeywordDefaults() {
    return (scopeFlags & FLAG_DEFKWARGS) != 0;
  }

  /** Whether a file can hold this and everything inside it, for boards to run as it is. */
  public boolean isPortable() {
    boolean isPortable = emitter == Emitter.BYTECODE;
    for (CodeObject child : children) {
      isPortable &= child.isPortable();
    }
    return isPortable;
  }

  /**
   * Slots to make room for: {@link #stateSize}, and for Pycopy one more per open block, because it
   * does not count the second slot of a return that passes a finally part.
   */
  public int frameSize() {
    return version5 == null ? stateSize : stateSize + exceptionStackSize;
  }

  /** The source line of the opcode at the given offset of {@link #bytecode}. */
  public int lineOf(int pc) {
    return prelude.lines().lineOf(pc);
  }
}
