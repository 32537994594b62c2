package org.pykopi.bytecode;

import java.util.HashMap;
import java.util.Map;

/**
 * The names that every MicroPython has under the same number; a file stores the number instead of
 * the text. Part of the format: the order must never change.
 */
public final class StaticQstrs {
  /** Number 1 and up. */
  private static final String[] NAMES = {
    "",
    "__dir__",
    "\n",
    " ",
    "*",
    "/",
    "<module>",
    "_",
    "__call__",
    "__class__",
    "__delitem__",
    "__enter__",
    "__exit__",
    "__getattr__",
    "__getitem__",
    "__hash__",
    "__init__",
    "__int__",
    "__iter__",
    "__len__",
    "__main__",
    "__module__",
    "__name__",
    "__new__",
    "__next__",
    "__qualname__",
    "__repr__",
    "__setitem__",
    "__str__",
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "EOFError",
    "Ellipsis",
    "Exception",
    "GeneratorExit",
    "ImportError",
    "IndentationError",
    "IndexError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "NameError",
    "NoneType",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "RuntimeError",
    "StopIteration",
    "SyntaxError",
    "SystemExit",
    "TypeError",
    "ValueError",
    "ZeroDivisionError",
    "abs",
    "all",
    "any",
    "append",
    "args",
    "bool",
    "builtins",
    "bytearray",
    "bytecode",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "clear",
    "close",
    "const",
    "copy",
    "count",
    "dict",
    "dir",
    "divmod",
    "end",
    "endswith",
    "eval",
    "exec",
    "extend",
    "find",
    "format",
    "from_bytes",
    "get",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "id",
    "index",
    "insert",
    "int",
    "isalpha",
    "isdigit",
    "isinstance",
    "islower",
    "isspace",
    "issubclass",
    "isupper",
    "items",
    "iter",
    "join",
    "key",
    "keys",
    "len",
    "list",
    "little",
    "locals",
    "lower",
    "lstrip",
    "main",
    "map",
    "micropython",
    "next",
    "object",
    "open",
    "ord",
    "pop",
    "popitem",
    "pow",
    "print",
    "range",
    "read",
    "readinto",
    "readline",
    "remove",
    "replace",
    "repr",
    "reverse",
    "rfind",
    "rindex",
    "round",
    "rsplit",
    "rstrip",
    "self",
    "send",
    "sep",
    "set",
    "setattr",
    "setdefault",
    "sort",
    "sorted",
    "split",
    "start",
    "startswith",
    "staticmethod",
    "step",
    "stop",
    "str",
    "strip",
    "sum",
    "super",
    "throw",
    "to_bytes",
    "tuple",
    "type",
    "update",
    "upper",
    "utf-8",
    "value",
    "values",
    "write",
    "zip"
  };

  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    for (int i = 0; i < NAMES.length; i++) {
      NUMBERS.put(NAMES[i], i + 1);
    }
  }

  private StaticQstrs() {}

  /** Pycopy has {@code __dir__}, number 2 here, under this number; those between move down. */
  private static final int LAST_MOVED = 7;

  /** The number in Pycopy's order; 0 for a name without a number. */
  public static int pycopyNumberOf(String name) {
    int number = numberOf(name);
    if (number < 2 || number > LAST_MOVED) {
      return number;
    }
    return number == 2 ? LAST_MOVED : number - 1;
  }

  /** The name of a number in Pycopy's order, or null. */
  static String pycopyNameOf(int number) {
    if (number < 2 || number > LAST_MOVED) {
      return nameOf(number);
    }
    return nameOf(number == LAST_MOVED ? 2 : number + 1);
  }

  /** Gives 0 for a name without a number. */
  static int numberOf(String name) {
    Integer number = NUMBERS.get(name);
    return number == null ? 0 : number;
  }

  /** Gives null for a number without a name. */
  static String nameOf(int number) {
    return number >= 1 && number <= NAMES.length ? NAMES[number - 1] : null;
  }
}
