package org.pykopi.vm;

import org.pykopi.host.Host;
import org.pykopi.object.BufferView;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.util.Profile;

/** The part of the context that knows the interpreter. */
public abstract class VmContext extends PyContext {
  /** That of the running thread. */
  public Interpreter interpreter = new Interpreter(this, Interpreter.STACK_SIZE);

  /** In Pycopy's development variant, else null. */
  final UnrunGenerators unrun;

  private final GreenThreads greenThreads = new GreenThreads(this);

  protected VmContext(Host host, Profile profile) {
    super(host, profile);
    threads = greenThreads;
    unrun = profile.isDev() ? new UnrunGenerators(this) : null;
  }

  @Override
  public final PyDict globals() {
    return interpreter.current.globals;
  }

  @Override
  public final PyDict locals() {
    return interpreter.current.locals;
  }

  /** Where the program is: {@code file:line}. */
  protected final String place() {
    Frame frame = interpreter.current;
    return frame.code == null
        ? ""
        : frame.code.source.sourceFile + ":" + frame.code.lineOf(frame.pc);
  }

  /** Gives other threads a turn. */
  protected final void runThreads() {
    greenThreads.poll();
  }

  @Override
  public final PyObject makeFunction(
      BufferView code, BufferView table, PyDict globals, PyObject[] defaults) {
    return MachineCode.function(this, code, table, globals, defaults);
  }

  @Override
  public final void forgetEnded() {
    methodSelf = null;
    interpreter.stacks.forgetEnded(interpreter.current);
  }

  @Override
  public final void collectGarbage() {
    methodSelf = null;
    stopValue = null;
    interpreter.stacks.forget(interpreter.current);
    System.gc();
  }

  @Override
  public final boolean awaitsLost() {
    return unrun != null && !unrun.isEmpty();
  }

  @Override
  public final void tellOfLost() {
    if (unrun != null) {
      unrun.sweep();
    }
  }

  @Override
  public final void setTrace(PyObject function) {
    interpreter.tracer.set(function);
  }

  @Override
  public final PyStr[] programNames() {
    Code code = interpreter.current.code;
    return code == null ? super.programNames() : code.unit.names.clone();
  }

  @Override
  public final boolean isGenerator(PyObject value) {
    return value instanceof PyGenerator;
  }
}
