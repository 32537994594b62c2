package org.pykopi.vm;

import org.pykopi.host.Host;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;

/** The part of the context that knows the interpreter. */
public abstract class VmContext extends PyContext {
  public final Interpreter interpreter = new Interpreter(this);

  protected VmContext(Host host) {
    super(host);
  }

  @Override
  public final PyDict globals() {
    return interpreter.current.globals;
  }

  @Override
  public final PyDict locals() {
    return interpreter.current.locals;
  }

  @Override
  public final void collectGarbage() {
    methodSelf = null;
    stopValue = null;
    interpreter.forget();
    System.gc();
  }

  @Override
  public final boolean isGenerator(PyObject value) {
    return value instanceof PyGenerator;
  }
}
