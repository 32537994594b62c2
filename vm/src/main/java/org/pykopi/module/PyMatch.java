package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** {@code match}: where a regular expression matched. */
final class PyMatch extends PyObject {
  static final PyType TYPE =
      new TypeTable("match")
          .fn("group", 1, -1, PyMatch::group)
          .fn1("groups", PyMatch::groups)
          .fn("span", 1, 2, PyMatch::span)
          .fn("start", 1, 2, PyMatch::start)
          .fn("end", 1, 2, PyMatch::end)
          .build();

  final RegexText text;

  /** Start and end of the whole match and of each group; -1 for a group that took no part. */
  final int[] slots;

  /** Number of groups with the whole match. */
  final int count;

  PyMatch(RegexText text, int[] slots, int count) {
    this.text = text;
    this.slots = slots;
    this.count = count;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<match num=").append(count).append('>');
  }

  private static PyMatch of(PyContext ctx, PyObject self) {
    if (self instanceof PyMatch match) {
      return match;
    }
    throw Errors.typeError(ctx, "match required");
  }

  /** The number of a group, checked. */
  private int number(PyContext ctx, PyObject argument) {
    int number = Args.toInt(ctx, argument);
    if (number < 0 || number >= count) {
      throw Errors.of(ctx, ExceptionTypes.INDEX_ERROR, argument);
    }
    return number;
  }

  private PyObject group(PyContext ctx, int number) {
    int start = slots[2 * number];
    int end = slots[2 * number + 1];
    return start < 0 || end < 0 ? PyNone.NONE : text.part(start, end);
  }

  /** group(number=0, ...) -> str: what a group matched, or None; a tuple for several numbers. */
  private static PyObject group(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyMatch match = of(ctx, args[at]);
    if (nargs <= 2) {
      return match.group(ctx, nargs == 1 ? 0 : match.number(ctx, args[at + 1]));
    }
    PyObject[] items = new PyObject[nargs - 1];
    for (int i = 0; i < items.length; i++) {
      items[i] = match.group(ctx, match.number(ctx, args[at + 1 + i]));
    }
    return PyTuple.of(items);
  }

  /** groups() -> tuple: what each group matched. */
  private static PyObject groups(PyContext ctx, PyObject self) {
    PyMatch match = of(ctx, self);
    PyObject[] items = new PyObject[match.count - 1];
    for (int i = 0; i < items.length; i++) {
      items[i] = match.group(ctx, i + 1);
    }
    return PyTuple.of(items);
  }

  private static PyInt place(PyContext ctx, PyObject[] args, int at, int nargs, int side) {
    PyMatch match = of(ctx, args[at]);
    int number = nargs == 1 ? 0 : match.number(ctx, args[at + 1]);
    boolean isSet = match.slots[2 * number] >= 0 && match.slots[2 * number + 1] >= 0;
    return PyInt.of(isSet ? match.text.index(match.slots[2 * number + side]) : -1);
  }

  /** span(number=0) -> (int, int): start and end of a group, -1 for one that took no part. */
  private static PyObject span(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyTuple.of(place(ctx, args, at, nargs, 0), place(ctx, args, at, nargs, 1));
  }

  /** start(number=0) -> int: where a group begins. */
  private static PyObject start(PyContext ctx, PyObject[] args, int at, int nargs) {
    return place(ctx, args, at, nargs, 0);
  }

  /** end(number=0) -> int: where a group ends. */
  private static PyObject end(PyContext ctx, PyObject[] args, int at, int nargs) {
    return place(ctx, args, at, nargs, 1);
  }
}
