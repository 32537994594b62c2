package org.pykopi.object;

/** The built-in exception types, as {@code reference}: one tree below BaseException. */
public final class ExceptionTypes {
  /** Arguments of an exception made while the heap is locked; with more it has none. */
  private static final int MOST_WHEN_LOCKED = 16;

  private ExceptionTypes() {}

  public static final PyType BASE_EXCEPTION =
      new TypeTable("BaseException").constructor(ExceptionTypes::make).build();
  public static final PyType SYSTEM_EXIT = derive("SystemExit", BASE_EXCEPTION);
  public static final PyType KEYBOARD_INTERRUPT = derive("KeyboardInterrupt", BASE_EXCEPTION);
  public static final PyType GENERATOR_EXIT = derive("GeneratorExit", BASE_EXCEPTION);
  public static final PyType EXCEPTION = derive("Exception", BASE_EXCEPTION);
  public static final PyType STOP_ITERATION = derive("StopIteration", EXCEPTION);
  public static final PyType STOP_ASYNC_ITERATION = derive("StopAsyncIteration", EXCEPTION);
  public static final PyType ARITHMETIC_ERROR = derive("ArithmeticError", EXCEPTION);
  public static final PyType OVERFLOW_ERROR = derive("OverflowError", ARITHMETIC_ERROR);
  public static final PyType ZERO_DIVISION_ERROR = derive("ZeroDivisionError", ARITHMETIC_ERROR);
  public static final PyType ASSERTION_ERROR = derive("AssertionError", EXCEPTION);
  public static final PyType ATTRIBUTE_ERROR = derive("AttributeError", EXCEPTION);
  public static final PyType EOF_ERROR = derive("EOFError", EXCEPTION);
  public static final PyType IMPORT_ERROR = derive("ImportError", EXCEPTION);
  public static final PyType LOOKUP_ERROR = derive("LookupError", EXCEPTION);
  public static final PyType INDEX_ERROR = derive("IndexError", LOOKUP_ERROR);
  public static final PyType KEY_ERROR = derive("KeyError", LOOKUP_ERROR);
  public static final PyType MEMORY_ERROR = derive("MemoryError", EXCEPTION);
  public static final PyType NAME_ERROR = derive("NameError", EXCEPTION);
  public static final PyType OS_ERROR = derive("OSError", EXCEPTION);
  public static final PyType RUNTIME_ERROR = derive("RuntimeError", EXCEPTION);
  public static final PyType NOT_IMPLEMENTED_ERROR = derive("NotImplementedError", RUNTIME_ERROR);
  public static final PyType SYNTAX_ERROR = derive("SyntaxError", EXCEPTION);
  public static final PyType INDENTATION_ERROR = derive("IndentationError", SYNTAX_ERROR);
  public static final PyType TYPE_ERROR = derive("TypeError", EXCEPTION);
  public static final PyType VIPER_TYPE_ERROR = derive("ViperTypeError", TYPE_ERROR);
  public static final PyType VALUE_ERROR = derive("ValueError", EXCEPTION);
  public static final PyType UNICODE_ERROR = derive("UnicodeError", VALUE_ERROR);

  /** All of them, for the builtins module. */
  public static final PyType[] ALL = {
    BASE_EXCEPTION,
    SYSTEM_EXIT,
    KEYBOARD_INTERRUPT,
    GENERATOR_EXIT,
    EXCEPTION,
    STOP_ITERATION,
    STOP_ASYNC_ITERATION,
    ARITHMETIC_ERROR,
    OVERFLOW_ERROR,
    ZERO_DIVISION_ERROR,
    ASSERTION_ERROR,
    ATTRIBUTE_ERROR,
    EOF_ERROR,
    IMPORT_ERROR,
    LOOKUP_ERROR,
    INDEX_ERROR,
    KEY_ERROR,
    MEMORY_ERROR,
    NAME_ERROR,
    OS_ERROR,
    RUNTIME_ERROR,
    NOT_IMPLEMENTED_ERROR,
    SYNTAX_ERROR,
    INDENTATION_ERROR,
    TYPE_ERROR,
    VIPER_TYPE_ERROR,
    VALUE_ERROR,
    UNICODE_ERROR
  };

  private static PyType derive(String name, PyType base) {
    return new TypeTable(name).base(base).constructor(ExceptionTypes::make).build();
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (nkw > 0) {
      throw Errors.typeError(ctx, "function doesn't take keyword arguments");
    }
    boolean hasRoom = ctx.heapLocks == 0 || nargs <= MOST_WHEN_LOCKED;
    return new PyBaseException(type, hasRoom ? PyTuple.copyOf(args, at, nargs) : PyTuple.EMPTY);
  }
}
