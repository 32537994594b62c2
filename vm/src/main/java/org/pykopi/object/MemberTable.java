package org.pykopi.object;

/** What the tables of modules and types share: names bound to Java methods. */
abstract class MemberTable<T extends MemberTable<T>> {
  final PyDict members = new PyDict();
  private boolean isSkipping;

  abstract T self();

  /** The entries that follow, up to the next {@code when}, are there only on that condition. */
  public final T when(boolean condition) {
    isSkipping = !condition;
    return self();
  }

  /** Ends {@link #when}. */
  public final T always() {
    return when(true);
  }

  public final T constant(String name, PyObject value) {
    if (!isSkipping) {
      members.putName(name, value);
    }
    return self();
  }

  public final T fn0(String name, Native.Fn0 body) {
    return constant(name, new PyBuiltinFunction.Form0(name, body));
  }

  public final T fn1(String name, Native.Fn1 body) {
    return constant(name, new PyBuiltinFunction.Form1(name, body));
  }

  public final T fn2(String name, Native.Fn2 body) {
    return constant(name, new PyBuiltinFunction.Form2(name, body));
  }

  public final T fn3(String name, Native.Fn3 body) {
    return constant(name, new PyBuiltinFunction.Form3(name, body));
  }

  /** Between {@code min} and {@code max} positional arguments; {@code max} -1 means any number. */
  public final T fn(String name, int min, int max, Native.FnN body) {
    return constant(name, new PyBuiltinFunction.FormN(name, min, max, body));
  }

  public final T fnKw(String name, Signature signature, Native.FnKw body) {
    return constant(name, new PyBuiltinFunction.FormKw(name, signature, body));
  }

  /** For the few functions that look at keyword arguments themselves. */
  public final T fnRaw(String name, Native.FnRaw body) {
    return constant(name, new PyBuiltinFunction.FormRaw(name, body));
  }
}
