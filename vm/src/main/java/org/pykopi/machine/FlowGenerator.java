package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.ViperType;

/** Jumps, loops, return and yield. */
final class FlowGenerator {
  /** Why a generator gives control back, as its caller reads it. */
  static final int RETURNED = 0;

  static final int YIELDED = 1;
  static final int RAISED = 2;

  private final Workspace work;
  private final BlockGenerator blocks;
  private final X64Assembler out;
  private final Frame frame;
  private final OperandStack stack;

  /** The end of the function. */
  private int exitLabel;

  FlowGenerator(Workspace work, BlockGenerator blocks) {
    this.work = work;
    this.blocks = blocks;
    out = work.out;
    frame = work.frame;
    stack = work.stack;
  }

  void start(int exit) {
    exitLabel = exit;
  }

  /** Whether the instruction is one of these. */
  boolean generate(int op, int label) {
    switch (op) {
      case Opcode.JUMP -> work.jump(label);
      case Opcode.POP_JUMP_IF_TRUE -> jumpIf(true, label, true);
      case Opcode.POP_JUMP_IF_FALSE -> jumpIf(false, label, true);
      case Opcode.JUMP_IF_TRUE_OR_POP -> jumpIf(true, label, false);
      case Opcode.JUMP_IF_FALSE_OR_POP -> jumpIf(false, label, false);
      case Opcode.GET_ITER -> {
        stack.popObject(FIRST);
        out.moveImmediate(SECOND, 0);
        stack.call(RuntimeEntry.GET_ITERATOR);
        stack.pushObject(RESULT);
      }
      case Opcode.GET_ITER_STACK -> {
        stack.popObject(FIRST);
        stack.pushArray(SECOND, Opcode.ITERATOR_SLOTS);
        stack.call(RuntimeEntry.GET_ITERATOR);
      }
      case Opcode.FOR_ITER -> {
        stack.popArray(FIRST, Opcode.ITERATOR_SLOTS);
        stack.grow(Opcode.ITERATOR_SLOTS);
        stack.call(RuntimeEntry.NEXT);
        out.jumpIfZero(RESULT, label, false);
        stack.pushObject(RESULT);
      }
      case Opcode.RETURN_VALUE -> returnValue();
      case Opcode.YIELD_VALUE -> yieldValue();
      case Opcode.YIELD_FROM -> yieldFrom();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The value stays on the stack where the jump arrives unless it is popped. */
  private void jumpIf(boolean condition, int label, boolean isPopped) {
    ViperType type = stack.typeAt(0);
    boolean isObject = type == ViperType.OBJECT;
    stack.pop(isObject ? FIRST : RESULT);
    if (!isPopped) {
      stack.grow(1);
      stack.saveType(type);
    }
    if (isObject) {
      stack.call(RuntimeEntry.IS_TRUE);
    } else if (type != ViperType.BOOL && !type.isInteger()) {
      work.diagnostics.typeError("can't implicitly convert '" + type.text + "' to 'bool'");
    }
    stack.settle();
    if (condition) {
      out.jumpIfNotZero(RESULT, label, isObject);
    } else {
      out.jumpIfZero(RESULT, label, isObject);
    }
    if (!isPopped) {
      stack.shrink(1);
    }
  }

  // ---- return ----

  private void returnValue() {
    if (frame.isGenerator) {
      giveBack(RETURNED);
    } else {
      if (frame.isViper) {
        popTyped();
      } else {
        stack.popObject(RESULT);
      }
      if (frame.isGuarded) {
        frame.storeOwn(Frame.RETURN_VALUE, RESULT);
      }
    }
    blocks.unwindJump(exitLabel, blocks.depth());
  }

  /** Return of a viper function: its type says what becomes an object. */
  private void popTyped() {
    ViperType wanted = work.tape.returnType();
    boolean isObject = wanted == ViperType.OBJECT;
    if (stack.typeAt(0) == ViperType.NONE) {
      stack.discard();
      if (isObject) {
        stack.loadObject(RESULT, RuntimeEntry.CONST_NONE);
      } else {
        out.moveImmediate(FIRST, 0);
      }
    } else {
      ViperType type = stack.pop(isObject ? RESULT : FIRST);
      if (type != wanted) {
        String message = "return expected '" + wanted.text + "' but got '" + type.text + "'";
        work.diagnostics.typeError(message);
      }
    }
    if (!isObject) {
      int code = OperandStack.codeOf(wanted);
      stack.call(RuntimeEntry.CONVERT_NATIVE_TO_OBJECT, SECOND, code);
    }
  }

  // ---- yield ----

  /** Tells the caller of a generator where the value is, and why it gets it. */
  private void giveBack(int reason) {
    stack.popArray(RESULT, 1);
    frame.store(Frame.STACK_POINTER, RESULT);
    out.moveImmediate(RESULT, reason);
    frame.storeOwn(Frame.RETURN_VALUE, RESULT);
  }

  private void checkYield() {
    if (frame.isViper) {
      throw work.diagnostics.unsupported("native yield");
    }
  }

  /** Gives the value back; the generator goes on at the label, with what was sent on the stack. */
  private void suspend(int resume) {
    giveBack(YIELDED);
    out.addressOf(RESULT, resume);
    frame.store(frame.instructionSlot(), RESULT);
    out.jump(exitLabel);
    out.label(resume);
    blocks.restoreHandler();
    stack.adjust(1);
  }

  private void yieldValue() {
    checkYield();
    stack.settle();
    suspend(work.newLabels(1));
    frame.loadOwn(FIRST, Frame.EXCEPTION);
    stack.call(RuntimeEntry.RAISE);
  }

  /** {@code iterator sent -> result}: a loop that yields until the iterator has returned. */
  private void yieldFrom() {
    checkYield();
    int resume = work.newLabels(3);
    int top = resume + 1;
    int next = resume + 2;
    stack.settle();
    work.jump(next);
    blocks.label(top);
    suspend(resume);
    blocks.label(next);
    stack.pop(SECOND);
    stack.requireObject(stack.access(1, FIRST));
    frame.loadOwn(THIRD, Frame.EXCEPTION);
    stack.pushObject(THIRD);
    stack.popArray(THIRD, 1);
    stack.call(RuntimeEntry.YIELD_FROM);
    out.jumpIfNotZero(RESULT, top, true);
    stack.adjust(1);
    stack.dropBelow(FIRST);
  }
}
