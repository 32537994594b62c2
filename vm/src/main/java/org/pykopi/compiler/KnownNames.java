package org.pykopi.compiler;

import java.util.HashSet;
import java.util.Set;
import org.pykopi.util.Profile;
import org.pykopi.util.Utf8;

/**
 * Decides whether a string literal goes to the name table or to the constant table.
 *
 * <p>Short strings are names. A longer one is a name only if the reference compiler knows it
 * already: because it is built into that program, or because an identifier of the same spelling
 * came earlier in the source. So the order of the calls is the order of the source.
 */
final class KnownNames {
  /** Strings of at most this many UTF-8 bytes are always names. */
  private static final int SHORT = 10;

  /** The longer names built into the reference compiler. */
  private static final String[] BUILT_IN = {
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "GeneratorExit",
    "ImportError",
    "IndentationError",
    "Interpolation",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "NotImplementedError",
    "OverflowError",
    "RuntimeError",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "UnicodeError",
    "ViperTypeError",
    "ZeroDivisionError",
    "__build_class__",
    "__complex__",
    "__contains__",
    "__delitem__",
    "__getattr__",
    "__getitem__",
    "__qualname__",
    "__repl_print__",
    "__reversed__",
    "__setitem__",
    "__template__",
    "__traceback__",
    "bound_method",
    "classmethod",
    "difference_update",
    "format_spec",
    "heap_unlock",
    "interpolations",
    "intersection",
    "intersection_update",
    "maximum recursion depth exceeded",
    "micropython",
    "staticmethod",
    "string.templatelib",
    "symmetric_difference",
    "symmetric_difference_update",
    "templatelib",
    "unpack_from",
    "vcvt_f32_s32",
    "vcvt_s32_f32",
  };

  /** Those of them that Pycopy has not. */
  private static final String[] NOT_IN_PYCOPY = {
    "Interpolation",
    "__complex__",
    "__template__",
    "format_spec",
    "interpolations",
    "string.templatelib",
    "templatelib",
  };

  private final Set<String> longNames = new HashSet<>();

  KnownNames(String fileName, Profile profile) {
    for (String name : BUILT_IN) {
      longNames.add(name);
    }
    for (int i = 0; profile.isPycopy() && i < NOT_IN_PYCOPY.length; i++) {
      longNames.remove(NOT_IN_PYCOPY[i]);
    }
    add(fileName);
  }

  /** Notes an identifier of the source. */
  void add(String name) {
    if (name.length() > SHORT || Utf8.byteLength(name) > SHORT) {
      longNames.add(name);
    }
  }

  /** Whether some bytes are the UTF-8 of such a string. */
  boolean contains(byte[] bytes) {
    String text = Utf8.decode(bytes, 0, bytes.length);
    return bytes.length <= SHORT || text != null && longNames.contains(text);
  }

  boolean contains(String text) {
    return longNames.contains(text) || text.length() <= SHORT && Utf8.byteLength(text) <= SHORT;
  }
}
