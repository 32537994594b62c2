package org.pykopi.object;

/**
 * Parameters of a built-in function with keyword arguments. Written as in Python: {@code
 * Signature.of("iterable", "*", "key=None", "reverse=False")}; parameters before "/" are required
 * and have no names, those after "*" are keyword-only, those with "=" may be left out. The default
 * text None, True, False or an int gives that value; any other text, or nothing after "=", leaves
 * null in the bound array.
 */
public final class Signature {
  private final PyStr[] names;
  private final String[] defaultTexts;
  private final boolean[] isRequired;
  private final int positional;

  /** How many parameters stand before "/". */
  private final int nameless;

  /**
   * Made from {@link #defaultTexts} at the first call: the types behind them may not exist yet when
   * tables are made.
   */
  private PyObject[] defaults;

  private Signature(
      PyStr[] names, String[] defaultTexts, boolean[] isRequired, int positional, int nameless) {
    this.names = names;
    this.defaultTexts = defaultTexts;
    this.isRequired = isRequired;
    this.positional = positional;
    this.nameless = nameless;
  }

  public static Signature of(String... parameters) {
    int count = 0;
    for (String parameter : parameters) {
      count += parameter.equals("*") || parameter.equals("/") ? 0 : 1;
    }
    PyStr[] names = new PyStr[count];
    String[] defaults = new String[count];
    boolean[] isRequired = new boolean[count];
    int positional = count;
    int nameless = 0;
    int i = 0;
    for (String parameter : parameters) {
      if (parameter.equals("/")) {
        nameless = i;
        continue;
      }
      if (parameter.equals("*")) {
        positional = i;
        continue;
      }
      int equals = parameter.indexOf('=');
      names[i] = PyStr.intern(equals < 0 ? parameter : parameter.substring(0, equals));
      isRequired[i] = equals < 0;
      defaults[i] = equals < 0 ? null : parameter.substring(equals + 1);
      i++;
    }
    return new Signature(names, defaults, isRequired, positional, nameless);
  }

  private PyObject[] parseDefaults() {
    PyObject[] values = new PyObject[defaultTexts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = defaultTexts[i] == null ? null : parseDefault(defaultTexts[i]);
    }
    return values;
  }

  private static PyObject parseDefault(String text) {
    switch (text) {
      case "None":
        return PyNone.NONE;
      case "True":
        return PyBool.TRUE;
      case "False":
        return PyBool.FALSE;
      default:
        boolean isNumber = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          isNumber &= (c >= '0' && c <= '9') || (c == '-' && i == 0 && text.length() > 1);
        }
        return isNumber ? PyInt.of(Integer.parseInt(text)) : null;
    }
  }

  /** One value for each parameter, in order; raises TypeError as the reference words it. */
  public PyObject[] bind(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs < nameless) {
      throw Errors.typeError(
          ctx, "function missing " + (nameless - nargs) + " required positional arguments");
    }
    if (nargs > positional) {
      throw Errors.typeError(ctx, "extra positional arguments given");
    }
    if (defaults == null) {
      defaults = parseDefaults();
    }
    PyObject[] bound = new PyObject[names.length];
    System.arraycopy(args, at, bound, 0, nargs);
    int end = at + nargs + 2 * nkw;
    for (int i = at + nargs; i < end; i += 2) {
      int parameter = find(((PyStr) args[i]).interned());
      if (parameter < 0 || bound[parameter] != null) {
        throw Errors.typeError(ctx, "extra keyword arguments given");
      }
      bound[parameter] = args[i + 1];
    }
    for (int i = 0; i < bound.length; i++) {
      if (bound[i] == null) {
        if (isRequired[i]) {
          throw Errors.typeError(ctx, "'" + names[i].value() + "' argument required");
        }
        bound[i] = defaults[i];
      }
    }
    return bound;
  }

  private int find(PyStr name) {
    for (int i = nameless; i < names.length; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }
}
