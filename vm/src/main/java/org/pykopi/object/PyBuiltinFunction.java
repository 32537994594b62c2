package org.pykopi.object;

/**
 * A function written in Java. One subclass for each form, so that a call with a fixed number of
 * arguments needs no array. Number and keyword errors are worded here and in {@link Args} alone.
 */
public abstract class PyBuiltinFunction extends PyObject {
  public static final PyType TYPE = new TypeTable("function").build();

  public final String name;

  PyBuiltinFunction(String name) {
    this.name = name;
  }

  /** A function outside of the tables that looks at keyword arguments itself. */
  public static PyBuiltinFunction of(String name, Native.FnRaw body) {
    return new FormRaw(name, body);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public boolean bindsToInstance() {
    return true;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<function>");
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr attribute) {
    return attribute == Names.NAME ? PyStr.of(name) : null;
  }

  static final class Form0 extends PyBuiltinFunction {
    private final Native.Fn0 body;

    Form0(String name, Native.Fn0 body) {
      super(name);
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 0, 0);
      return body.call(ctx);
    }

    @Override
    public PyObject call0(PyContext ctx) {
      return body.call(ctx);
    }
  }

  static final class Form1 extends PyBuiltinFunction {
    private final Native.Fn1 body;

    Form1(String name, Native.Fn1 body) {
      super(name);
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 1, 1);
      return body.call(ctx, args[at]);
    }

    @Override
    public PyObject call1(PyContext ctx, PyObject a) {
      return body.call(ctx, a);
    }
  }

  static final class Form2 extends PyBuiltinFunction {
    private final Native.Fn2 body;

    Form2(String name, Native.Fn2 body) {
      super(name);
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 2, 2);
      return body.call(ctx, args[at], args[at + 1]);
    }

    @Override
    public PyObject call2(PyContext ctx, PyObject a, PyObject b) {
      return body.call(ctx, a, b);
    }
  }

  static final class Form3 extends PyBuiltinFunction {
    private final Native.Fn3 body;

    Form3(String name, Native.Fn3 body) {
      super(name);
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 3, 3);
      return body.call(ctx, args[at], args[at + 1], args[at + 2]);
    }

    @Override
    public PyObject call3(PyContext ctx, PyObject a, PyObject b, PyObject c) {
      return body.call(ctx, a, b, c);
    }
  }

  static final class FormN extends PyBuiltinFunction {
    private final int min;
    private final int max;
    private final Native.FnN body;

    /** {@code max} is -1 for any number. */
    FormN(String name, int min, int max, Native.FnN body) {
      super(name);
      this.min = min;
      this.max = max;
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, min, max);
      return body.call(ctx, args, at, nargs);
    }
  }

  static final class FormKw extends PyBuiltinFunction {
    private final Signature signature;
    private final Native.FnKw body;

    FormKw(String name, Signature signature, Native.FnKw body) {
      super(name);
      this.signature = signature;
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      return body.call(ctx, signature.bind(ctx, args, at, nargs, nkw));
    }
  }

  static final class FormRaw extends PyBuiltinFunction {
    private final Native.FnRaw body;

    FormRaw(String name, Native.FnRaw body) {
      super(name);
      this.body = body;
    }

    @Override
    public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
      return body.call(ctx, args, at, nargs, nkw);
    }
  }
}
