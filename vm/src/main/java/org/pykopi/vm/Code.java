package org.pykopi.vm;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;

/**
 * A code object ready to run: its parameters for the call, its word code ({@link Word}) once it has
 * been called. As a Python value it is what {@code compile()} returns.
 */
public final class Code extends PyObject {
  public static final PyType TYPE = CodeAttributes.table();

  public final CodeObject source;
  final CodeUnit unit;
  public final PyStr name;
  final Code[] children;

  // ---- parameters ----
  final int positional;
  final int keywordOnly;
  final boolean isGenerator;

  /**
   * Takes exactly its positional parameters, no defaults needed to be looked at, makes no cells:
   * the quick call.
   */
  final boolean isSimple;

  /** Set before a program sees the code: whether its function needs cells. */
  boolean isClosure;

  final PyStr[] parameterNames;
  final int stackSize;

  // ---- made by the translator at the first call ----
  int[] words;
  PyObject[] constants;

  /** For each word that starts an instruction: the offset of its bytecode. */
  int[] origins;

  /** Where a RETURN_VALUE of its own lies, for a return that went through a finally block. */
  int returnWord;

  /** How many slots at the start of a frame are locals. */
  int localCount;

  /**
   * Functions remembered by LOAD_METHOD; of objects, because the stack takes such without a cast.
   */
  Object[] methodCache;

  /** Remembered by STORE_ATTR; null where it has not added an attribute. */
  NewAttribute[] newAttributes;

  // ---- for sys.settrace ----

  /** Whether the word code calls the {@link Tracer}. */
  final boolean isTraced;

  /** The same code in its other form; null until it was traced once. */
  private Code twin;

  /** The code of a whole file. */
  public static Code of(CodeObject main) {
    return new Code(main, new CodeUnit(main));
  }

  /** Sets the constants of a file that are values of globals when the file is loaded. */
  public void loadGlobals(PyContext ctx, PyDict globals) {
    unit.loadGlobals(ctx, globals);
  }

  private Code(CodeObject source, CodeUnit unit) {
    this.source = source;
    this.unit = unit;
    name = PyStr.intern(source.simpleName);
    children = new Code[source.children.length];
    for (int i = 0; i < children.length; i++) {
      children[i] = new Code(source.children[i], unit);
    }
    positional = source.positionalArgs;
    keywordOnly = source.keywordOnlyArgs;
    isGenerator = source.isGenerator();
    isSimple = source.scopeFlags == 0 && keywordOnly == 0 && source.cells.length == 0;
    parameterNames = new PyStr[positional + keywordOnly];
    for (int i = 0; i < parameterNames.length; i++) {
      parameterNames[i] = PyStr.intern(source.argumentNames[i]);
    }
    stackSize = source.frameSize();
    isTraced = false;
  }

  /** The traced form of some code. */
  private Code(Code plain) {
    source = plain.source;
    unit = plain.unit;
    name = plain.name;
    children = plain.children;
    positional = plain.positional;
    keywordOnly = plain.keywordOnly;
    isGenerator = plain.isGenerator;
    isSimple = plain.isSimple;
    parameterNames = plain.parameterNames;
    stackSize = plain.stackSize;
    twin = plain;
    isTraced = true;
  }

  /** The form that calls the {@link Tracer}, ready to run. */
  Code traced() {
    if (twin == null) {
      twin = new Code(this);
      twin.prepare();
    }
    return twin;
  }

  /** Makes the word code; does nothing the second time. */
  void prepare() {
    if (words == null) {
      new Translator(this).translate();
    }
  }

  /** The number of the parameter with that interned name, or -1. */
  int parameterOf(PyStr wanted) {
    for (int i = 0; i < parameterNames.length; i++) {
      if (parameterNames[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The source line of a word that starts an instruction. */
  int lineOf(int pc) {
    return source.lineOf(origins[pc]);
  }

  /** The line of its definition. */
  int firstLine() {
    boolean isKnown = source.traceLines != null && source.traceLines.definition() > 0;
    return isKnown ? source.traceLines.definition() : source.lineOf(0);
  }

  /** The source line of a word, as {@code sys.settrace} reports it. */
  int traceLineOf(int pc) {
    return source.traceLines == null ? lineOf(pc) : source.traceLines.lines().lineOf(origins[pc]);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<code object>");
  }
}
