package org.pykopi.syntax;

/**
 * The source is wrong; the first error stops the work. {@link #getMessage} is the text that a
 * Python program sees and equals the reference's. {@link #hint} may say more, for people; it never
 * becomes part of the exception. The caller knows the file name and adds it.
 */
public final class PySyntaxError extends RuntimeException {
  /** Which Python exception this becomes. */
  public enum Kind {
    SYNTAX("SyntaxError"),
    INDENTATION("IndentationError"),
    NOT_IMPLEMENTED("NotImplementedError"),
    VIPER_TYPE("ViperTypeError"),
    RECURSION("RuntimeError");

    /** The name of the Python exception class. */
    public final String exceptionName;

    Kind(String exceptionName) {
      this.exceptionName = exceptionName;
    }
  }

  private static final long serialVersionUID = 1;

  public final Kind kind;

  /** From 1. */
  public final int line;

  /** From 1, in characters; 0 when only the line is known. */
  public final int column;

  /** A sentence without a full stop, or null. */
  public final String hint;

  /** The function or class it stands in, or {@code <module>}; null when the parser found it. */
  public final String block;

  public PySyntaxError(Kind kind, Ast.Position position, String message, String hint) {
    this(kind, position, message, hint, null);
  }

  private PySyntaxError(
      Kind kind, Ast.Position position, String message, String hint, String block) {
    super(message, null, false, false);
    this.kind = kind;
    this.line = position.line();
    this.column = position.column();
    this.hint = hint;
    this.block = block;
  }

  /** The same error, found while that function or class was compiled. */
  public PySyntaxError in(String name) {
    return new PySyntaxError(kind, new Ast.Position(line, column), getMessage(), hint, name);
  }

  /** A plain SyntaxError without a hint. */
  public PySyntaxError(Ast.Position position, String message) {
    this(Kind.SYNTAX, position, message, null);
  }
}
