package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.ViperType;

/** Constants, moves on the stack, displays, functions and calls. */
final class ValueGenerator {
  /** What the runtime takes as a null object. */
  private static final int NULL = 0;

  /** Added to the number of cells when default values stand before them. */
  private static final int WITH_DEFAULTS = 0x100;

  private final Workspace work;
  private final X64Assembler out;
  private final OperandStack stack;

  ValueGenerator(Workspace work) {
    this.work = work;
    out = work.out;
    stack = work.stack;
  }

  /** Whether the instruction is one of these. */
  boolean generate(int op, long operand, int extra) {
    switch (op) {
      case Opcode.LOAD_CONST_SMALL_INT -> stack.pushImmediate(ViperType.INT, operand);
      case Opcode.LOAD_CONST_NONE -> stack.pushImmediate(ViperType.NONE, 0);
      case Opcode.LOAD_CONST_FALSE -> stack.pushImmediate(ViperType.BOOL, 0);
      case Opcode.LOAD_CONST_TRUE -> stack.pushImmediate(ViperType.BOOL, 1);
      case Opcode.LOAD_NULL -> stack.pushImmediate(ViperType.OBJECT, NULL);
      case Opcode.LOAD_CONST_STRING -> {
        stack.free(RESULT);
        work.references.loadString(RESULT, work.references.name(operand));
        stack.pushObject(RESULT);
      }
      case Opcode.LOAD_CONST_OBJ -> {
        stack.free(RESULT);
        work.references.loadConstant(RESULT, operand);
        stack.pushObject(RESULT);
      }
      case Opcode.LOAD_BUILD_CLASS -> {
        stack.call(RuntimeEntry.LOAD_BUILD_CLASS);
        stack.pushObject(RESULT);
      }
      case Opcode.POP_TOP -> stack.discard();
      case Opcode.DUP_TOP -> {
        OperandStack.Popped top = stack.popFlexible(RESULT, -1, -1);
        stack.push(top.type(), top.register());
        stack.push(top.type(), top.register());
      }
      case Opcode.DUP_TOP_TWO, Opcode.ROT_TWO, Opcode.ROT_THREE -> arrange(op);
      default -> {
        return display(op, (int) operand) || call(op, (int) operand, extra);
      }
    }
    return true;
  }

  private void arrange(int op) {
    ViperType top = stack.pop(RESULT);
    ViperType second = stack.pop(FIRST);
    switch (op) {
      case Opcode.DUP_TOP_TWO -> {
        stack.push(second, FIRST);
        stack.push(top, RESULT);
        stack.push(second, FIRST);
        stack.push(top, RESULT);
      }
      case Opcode.ROT_TWO -> {
        stack.push(top, RESULT);
        stack.push(second, FIRST);
      }
      default -> {
        ViperType third = stack.pop(SECOND);
        stack.push(top, RESULT);
        stack.push(third, SECOND);
        stack.push(second, FIRST);
      }
    }
  }

  // ---- displays ----

  private boolean display(int op, int operand) {
    switch (op) {
      case Opcode.BUILD_TUPLE -> build(RuntimeEntry.BUILD_TUPLE, operand);
      case Opcode.BUILD_LIST -> build(RuntimeEntry.BUILD_LIST, operand);
      case Opcode.BUILD_SET -> build(RuntimeEntry.BUILD_SET, operand);
      case Opcode.BUILD_MAP -> {
        stack.call(RuntimeEntry.BUILD_MAP, FIRST, operand);
        stack.pushObject(RESULT);
      }
      case Opcode.BUILD_SLICE -> buildSlice(operand);
      case Opcode.STORE_MAP -> {
        stack.popObject(SECOND);
        stack.popObject(THIRD);
        stack.popObject(FIRST);
        stack.call(RuntimeEntry.STORE_MAP);
        stack.pushObject(RESULT);
      }
      case Opcode.STORE_COMP -> storeElement(operand);
      case Opcode.UNPACK_SEQUENCE -> {
        stack.popObject(FIRST);
        stack.pushArray(THIRD, operand);
        stack.call(RuntimeEntry.UNPACK_SEQUENCE, SECOND, operand);
      }
      case Opcode.UNPACK_EX -> {
        stack.popObject(FIRST);
        stack.pushArray(THIRD, (operand & 0xff) + (operand >> 8) + 1);
        stack.call(RuntimeEntry.UNPACK_EX, SECOND, operand);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void build(RuntimeEntry function, int count) {
    stack.popArray(SECOND, count);
    stack.call(function, FIRST, count);
    stack.pushObject(RESULT);
  }

  private void buildSlice(int count) {
    if (count == 2) {
      stack.popObject(SECOND);
      stack.popObject(FIRST);
      stack.loadObject(THIRD, RuntimeEntry.CONST_NONE);
    } else {
      stack.popObject(THIRD);
      stack.popObject(SECOND);
      stack.popObject(FIRST);
    }
    stack.call(RuntimeEntry.NEW_SLICE);
    stack.pushObject(RESULT);
  }

  /** The operand: see {@link Opcode#STORE_COMP}. */
  private void storeElement(int operand) {
    int kind = operand & 3;
    int position = operand >> 2;
    stack.popObject(SECOND);
    if (kind == 1) {
      stack.popObject(THIRD);
      position--;
    }
    stack.requireObject(stack.access(position, FIRST));
    stack.call(
        switch (kind) {
          case 0 -> RuntimeEntry.LIST_APPEND;
          case 1 -> RuntimeEntry.STORE_MAP;
          default -> RuntimeEntry.STORE_SET;
        });
  }

  // ---- functions and calls ----

  private boolean call(int op, int operand, int extra) {
    int values = (operand & 0xff) + 2 * (operand >> 8);
    switch (op) {
      case Opcode.MAKE_FUNCTION, Opcode.MAKE_FUNCTION_DEFARGS ->
          makeFunction(operand, op == Opcode.MAKE_FUNCTION_DEFARGS);
      case Opcode.MAKE_CLOSURE -> makeClosure(operand, extra, extra);
      case Opcode.MAKE_CLOSURE_DEFARGS -> makeClosure(operand, extra + 2, WITH_DEFAULTS | extra);
      case Opcode.CALL_FUNCTION -> callFunction(operand, values);
      case Opcode.CALL_METHOD -> {
        stack.popArray(THIRD, values + 2);
        stack.callWithCounts(RuntimeEntry.CALL_METHOD, operand & 0xff, operand >> 8);
        stack.pushObject(RESULT);
      }
      case Opcode.CALL_FUNCTION_STARS -> {
        stack.requireObject(stack.typeAt(values));
        callStars(0, values + 3, operand);
      }
      case Opcode.CALL_METHOD_STARS -> callStars(1, values + 4, operand);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void makeFunction(int child, boolean hasDefaults) {
    if (hasDefaults) {
      stack.popObject(THIRD);
      stack.popObject(SECOND);
      stack.freeAll();
    } else {
      stack.freeAll();
      out.moveImmediate(SECOND, NULL);
      out.moveImmediate(THIRD, NULL);
    }
    work.references.loadFunction(FIRST, child);
    out.call(RuntimeEntry.MAKE_FUNCTION);
    stack.pushObject(RESULT);
  }

  private void makeClosure(int child, int values, int cells) {
    stack.popArray(THIRD, values);
    out.moveImmediate(SECOND, cells);
    work.references.loadFunction(FIRST, child);
    out.call(RuntimeEntry.MAKE_CLOSURE);
    stack.pushObject(RESULT);
  }

  private void callStars(int hasSelf, int values, int counts) {
    stack.popArray(THIRD, values);
    stack.callWithCounts(RuntimeEntry.CALL_STARS, hasSelf, counts);
    stack.pushObject(RESULT);
  }

  private void callFunction(int counts, int values) {
    if (stack.typeAt(values) == ViperType.CAST) {
      cast(values);
      return;
    }
    stack.requireObject(stack.typeAt(values));
    if (values != 0) {
      stack.popArray(THIRD, values);
    }
    stack.pop(FIRST);
    stack.call(RuntimeEntry.CALL_FUNCTION, SECOND, counts);
    stack.pushObject(RESULT);
  }

  /** The name of a type was called: objects are converted, words only get the other type. */
  private void cast(int values) {
    ViperType type = stack.typeAt(0);
    if (values != 1 || type == ViperType.CAST || type == ViperType.UNKNOWN) {
      throw work.diagnostics.unsupported("casting");
    }
    int target = (int) stack.valueAt(1);
    ViperType targetType = ViperType.values()[target];
    if (type == ViperType.OBJECT) {
      stack.pop(FIRST);
      stack.discard();
      stack.call(RuntimeEntry.CONVERT_OBJECT_TO_NATIVE, SECOND, target);
      stack.push(targetType, RESULT);
    } else {
      stack.dropBelow(FIRST);
      stack.setTypeOfTop(targetType);
    }
  }
}
