package org.pykopi.vm;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * A frame as the function given to {@code sys.settrace} sees it. The frames below are looked up
 * when asked for; that is possible as long as the trace function runs.
 */
final class PyFrame extends PyObject {
  static final PyType TYPE = new TypeTable("frame").build();
  private static final PyStr F_BACK = PyStr.intern("f_back");
  private static final PyStr F_CODE = PyStr.intern("f_code");
  private static final PyStr F_GLOBALS = PyStr.intern("f_globals");
  private static final PyStr F_LASTI = PyStr.intern("f_lasti");
  private static final PyStr F_LINENO = PyStr.intern("f_lineno");

  private final Code code;
  private final PyDict globals;

  /** 0 when the line has to be reported again. */
  int line;

  /** Of the instruction in the bytecode. */
  int offset;

  /** What the trace function returned for this call, or null. */
  PyObject callback;

  /** Null when there is none, and after the trace function has returned. */
  Frame caller;

  /** Null until asked for. */
  private PyFrame back;

  PyFrame(Code code, PyDict globals) {
    this.code = code;
    this.globals = globals;
  }

  /** Lets go of the running machine. */
  void forget() {
    for (PyFrame frame = this; frame != null; ) {
      PyFrame next = frame.back;
      frame.caller = null;
      frame.back = null;
      frame = next;
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<frame at 0x").append(ctx.addressOf(this));
    out.append(", file '").append(code.source.sourceFile);
    out.append("', line ").append(line);
    out.append(", code ").append(code.name.value()).append('>');
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    if (name == F_BACK) {
      PyFrame found = back();
      return found == null ? PyNone.NONE : found;
    }
    if (name == F_CODE) {
      return code;
    }
    if (name == F_GLOBALS) {
      return globals;
    }
    if (name == F_LASTI) {
      return PyInt.of(offset);
    }
    return name == F_LINENO ? PyInt.of(line) : null;
  }

  private PyFrame back() {
    if (back == null && caller != null && caller.code != null) {
      back = new PyFrame(caller.code, caller.globals);
      back.line = caller.code.lineOf(caller.pc);
      back.offset = caller.code.origins[caller.pc];
      back.caller = caller.caller;
    }
    return back;
  }
}
