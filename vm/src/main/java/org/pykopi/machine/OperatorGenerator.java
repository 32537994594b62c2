package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.FOURTH;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.NativeTape;
import org.pykopi.compiler.ViperType;

/** Operators and subscripts: calls for objects, instructions for the machine words of viper. */
final class OperatorGenerator {
  /** The runtime's subscript function loads when it gets this as the value, deletes for 0. */
  private static final int LOAD = 4;

  /** By comparison operator. */
  private static final int[] SIGNED = {
    X64Assembler.LESS,
    X64Assembler.GREATER,
    X64Assembler.EQUAL,
    X64Assembler.LESS_OR_EQUAL,
    X64Assembler.GREATER_OR_EQUAL,
    X64Assembler.NOT_EQUAL
  };

  private static final int[] UNSIGNED = {
    X64Assembler.BELOW,
    X64Assembler.ABOVE,
    X64Assembler.EQUAL,
    X64Assembler.BELOW_OR_EQUAL,
    X64Assembler.ABOVE_OR_EQUAL,
    X64Assembler.NOT_EQUAL
  };

  private final Workspace work;
  private final X64Assembler out;
  private final OperandStack stack;

  /** Whether the last operator was one that {@code not} is a part of, as in {@code not in}. */
  private boolean mayBeNegated;

  OperatorGenerator(Workspace work) {
    this.work = work;
    out = work.out;
    stack = work.stack;
  }

  /** Whether the instruction is one of these. */
  boolean generate(int op) {
    if (op >= Opcode.BINARY_OP_MULTI) {
      binary(op - Opcode.BINARY_OP_MULTI);
    } else if (op >= Opcode.UNARY_OP_MULTI) {
      unary(op - Opcode.UNARY_OP_MULTI);
    } else if (op == Opcode.LOAD_SUBSCR) {
      loadItem();
    } else if (op == Opcode.STORE_SUBSCR) {
      storeItem();
    } else if (op == NativeTape.DELETE_SUBSCR) {
      stack.popObject(SECOND);
      stack.popObject(FIRST);
      stack.call(RuntimeEntry.SUBSCRIPT, THIRD, 0);
    } else {
      return false;
    }
    return true;
  }

  // ---- operators ----

  private void unary(int operator) {
    ViperType type = stack.pop(SECOND);
    if (type == ViperType.OBJECT) {
      stack.call(RuntimeEntry.UNARY_OP, FIRST, operator);
      stack.pushObject(RESULT);
      return;
    }
    stack.grow(1);
    if (operator != Opcode.NOT || !mayBeNegated) {
      work.diagnostics.typeError("unary op  not implemented");
    }
  }

  private void binary(int operator) {
    mayBeNegated = operator == Opcode.IN || operator == Opcode.IS;
    ViperType left = stack.typeAt(1);
    ViperType right = stack.typeAt(0);
    if (left.isInteger() && right.isInteger()) {
      integers(operator, left, right);
    } else if (left == ViperType.OBJECT && right == ViperType.OBJECT) {
      stack.pop(THIRD);
      stack.pop(SECOND);
      stack.call(RuntimeEntry.BINARY_OP, FIRST, operator);
      stack.pushObject(RESULT);
    } else {
      stack.shrink(1);
      String types = "between '" + left.text + "' and '" + right.text + "'";
      work.diagnostics.typeError("can't do binary op " + types);
    }
  }

  private void integers(int operator, ViperType left, ViperType right) {
    if (operator <= Opcode.NOT_EQUAL) {
      compare(operator, left, right);
      return;
    }
    boolean isInPlace = operator >= Opcode.INPLACE_FIRST && operator < Opcode.PLAIN_FIRST;
    int plain = operator - (isInPlace ? Opcode.INPLACE_FIRST : Opcode.PLAIN_FIRST);
    switch (plain) {
      case Opcode.LSHIFT -> shift(X64Assembler.SHL, left);
      case Opcode.RSHIFT ->
          shift(left == ViperType.UINT ? X64Assembler.SHR : X64Assembler.SAR, left);
      case Opcode.FLOOR_DIVIDE -> divide(RuntimeEntry.FLOOR_DIVIDE, left);
      case Opcode.MODULO -> divide(RuntimeEntry.MODULO, left);
      case Opcode.OR -> arithmetic(X64Assembler.OR, left);
      case Opcode.XOR -> arithmetic(X64Assembler.XOR, left);
      case Opcode.AND -> arithmetic(X64Assembler.AND, left);
      case Opcode.ADD -> arithmetic(X64Assembler.ADD, left);
      case Opcode.SUBTRACT -> arithmetic(X64Assembler.SUB, left);
      case Opcode.MULTIPLY -> {
        out.multiply(SECOND, popOperands());
        stack.push(left, SECOND);
      }
      default -> {
        popOperands();
        stack.grow(1);
        work.diagnostics.typeError("binary op  not implemented");
      }
    }
  }

  /** The left operand goes to the second register; gives the register of the right one. */
  private int popOperands() {
    int right = stack.popFlexible(THIRD, RESULT, SECOND).register();
    stack.pop(SECOND);
    return right;
  }

  private void arithmetic(int operation, ViperType type) {
    out.operation(operation, SECOND, popOperands());
    stack.push(type, SECOND);
  }

  private void shift(int direction, ViperType type) {
    stack.pop(FOURTH);
    stack.pop(RESULT);
    out.shift(direction, RESULT);
    stack.push(type, RESULT);
  }

  private void divide(RuntimeEntry function, ViperType left) {
    stack.pop(SECOND);
    stack.pop(FIRST);
    if (left != ViperType.INT) {
      work.diagnostics.typeError("div/mod not implemented for uint");
    }
    stack.call(function);
    stack.push(ViperType.INT, RESULT);
  }

  private void compare(int operator, ViperType left, ViperType right) {
    int register = popOperands();
    if (left != right) {
      work.diagnostics.typeError("comparison of int and uint");
    }
    stack.free(RESULT);
    out.clear(RESULT);
    out.operation(X64Assembler.CMP, SECOND, register);
    out.set(left == ViperType.UINT ? UNSIGNED[operator] : SIGNED[operator], RESULT);
    stack.push(ViperType.BOOL, RESULT);
  }

  // ---- subscripts ----

  private void loadItem() {
    if (stack.typeAt(1) == ViperType.OBJECT) {
      loadFromObject();
      return;
    }
    int address = FIRST;
    ViperType base;
    if (stack.isConstantIndex()) {
      long index = stack.valueAt(0);
      stack.discard();
      OperandStack.Popped popped = stack.popFlexible(FIRST, SECOND, SECOND);
      base = popped.type();
      address = addConstant(popped.register(), index, base.itemSize);
    } else {
      OperandStack.Popped index = stack.popFlexible(SECOND, FIRST, FIRST);
      base = stack.pop(FIRST);
      checkIndex(index.type(), "load");
      addIndex(index.register(), base.itemSize);
    }
    if (base.itemSize == 0) {
      work.diagnostics.typeError("can't load from '" + base.text + "'");
    } else {
      out.load(base.itemSize, RESULT, address);
    }
    stack.push(ViperType.INT, RESULT);
  }

  private void loadFromObject() {
    if (stack.typeAt(0) == ViperType.OBJECT) {
      stack.pop(SECOND);
    } else {
      int type = OperandStack.codeOf(stack.pop(FIRST));
      stack.call(RuntimeEntry.CONVERT_NATIVE_TO_OBJECT, SECOND, type);
      out.move(SECOND, RESULT);
    }
    stack.pop(FIRST);
    stack.call(RuntimeEntry.SUBSCRIPT, THIRD, LOAD);
    stack.pushObject(RESULT);
  }

  private void storeItem() {
    if (stack.typeAt(1) == ViperType.OBJECT) {
      storeToObject();
      return;
    }
    int address = FIRST;
    ViperType base;
    ViperType value;
    if (stack.isConstantIndex()) {
      long index = stack.valueAt(0);
      stack.discard();
      OperandStack.Popped popped = stack.popFlexible(FIRST, SECOND, THIRD);
      base = popped.type();
      value = stack.pop(THIRD);
      checkValue(value);
      address = addConstant(popped.register(), index, base.itemSize);
    } else {
      OperandStack.Popped index = stack.popFlexible(SECOND, FIRST, THIRD);
      base = stack.pop(FIRST);
      checkIndex(index.type(), "store");
      value = stack.pop(THIRD);
      checkValue(value);
      addIndex(index.register(), base.itemSize);
    }
    if (base.itemSize == 0) {
      work.diagnostics.typeError("can't store to '" + base.text + "'");
    } else {
      out.store(base.itemSize, THIRD, address);
    }
  }

  private void storeToObject() {
    if (stack.typeAt(0) != ViperType.OBJECT || stack.typeAt(2) != ViperType.OBJECT) {
      stack.popArray(FIRST, 3);
      stack.grow(3);
    }
    stack.pop(SECOND);
    stack.pop(FIRST);
    stack.pop(THIRD);
    stack.call(RuntimeEntry.SUBSCRIPT);
  }

  private void checkIndex(ViperType type, String action) {
    if (!type.isInteger()) {
      work.diagnostics.typeError("can't " + action + " with '" + type.text + "' index");
    }
  }

  private void checkValue(ViperType type) {
    if (type != ViperType.BOOL && !type.isInteger()) {
      work.diagnostics.typeError("can't store '" + type.text + "'");
    }
  }

  /** The register that holds the address of the item. */
  private int addConstant(int base, long index, int itemSize) {
    if (index == 0 || itemSize == 0) {
      return base;
    }
    out.moveImmediate(SECOND, index * itemSize);
    out.operation(X64Assembler.ADD, SECOND, base);
    return SECOND;
  }

  private void addIndex(int register, int itemSize) {
    for (int i = 0; i < itemSize; i++) {
      out.operation(X64Assembler.ADD, FIRST, register);
    }
  }
}
