package org.pykopi.vm;

import org.pykopi.bytecode.Instruction;
import org.pykopi.bytecode.Opcode;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** The type of code objects with its attributes: {@code f.__code__.co_name} and the others. */
final class CodeAttributes {
  private CodeAttributes() {}

  static PyType table() {
    return new TypeTable("code")
        .property("co_code", (ctx, self) -> PyBytes.of(code(ctx, self).source.bytecode.clone()))
        .property("co_consts", (ctx, self) -> constants(code(ctx, self)))
        .property("co_filename", (ctx, self) -> PyStr.of(code(ctx, self).source.sourceFile))
        .property("co_firstlineno", (ctx, self) -> PyInt.of(code(ctx, self).source.lineOf(0)))
        .property("co_lnotab", (ctx, self) -> lineSteps(code(ctx, self)))
        .property("co_name", (ctx, self) -> code(ctx, self).name)
        .property("co_names", (ctx, self) -> PyTuple.of(code(ctx, self).unit.names.clone()))
        .fn1("co_lines", CodeAttributes::co_lines)
        .build();
  }

  private static Code code(PyContext ctx, PyObject self) {
    if (self instanceof Code code) {
      return code;
    }
    throw Errors.wrongSelf(ctx, "code", self);
  }

  /** As in the reference: the code of inner functions, and None. */
  private static PyObject constants(Code code) {
    markClosures(code);
    int count = code.children.length;
    PyObject[] items = new PyObject[count + 1];
    System.arraycopy(code.children, 0, items, 0, count);
    items[count] = PyNone.NONE;
    return PyTuple.of(items);
  }

  /** Only what the code makes a function of without cells can do without them. */
  private static void markClosures(Code code) {
    for (Code child : code.children) {
      child.isClosure = true;
    }
    byte[] bytecode = code.source.bytecode;
    Instruction i = new Instruction(bytecode);
    while (i.next < bytecode.length) {
      i.read(i.next);
      if (i.op == Opcode.MAKE_FUNCTION || i.op == Opcode.MAKE_FUNCTION_DEFARGS) {
        code.children[i.operand].isClosure = false;
      }
    }
  }

  /** co_lines() -> iterator: (start, end, line) of the runs of bytecode. */
  private static PyObject co_lines(PyContext ctx, PyObject self) {
    int[] runs = runs(code(ctx, self));
    PyList result = new PyList();
    for (int i = 0; i < runs.length; i += 3) {
      result.append(
          ctx, PyTuple.of(PyInt.of(runs[i]), PyInt.of(runs[i + 1]), PyInt.of(runs[i + 2])));
    }
    return result.iter(ctx);
  }

  private static int[] runs(Code code) {
    return code.source.prelude.lines().runs(code.source.bytecode.length);
  }

  /** Pairs of bytes: how many bytes of code, then how many lines to go on. */
  private static PyObject lineSteps(Code code) {
    int[] runs = runs(code);
    byte[] steps = new byte[Math.max(0, runs.length / 3 * 2 - 2)];
    for (int i = 3; i < runs.length; i += 3) {
      steps[i / 3 * 2 - 2] = (byte) (runs[i] - runs[i - 3]);
      steps[i / 3 * 2 - 1] = (byte) (runs[i + 2] - runs[i - 1]);
    }
    return PyBytes.of(steps);
  }
}
