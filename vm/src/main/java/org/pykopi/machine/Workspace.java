package org.pykopi.machine;

import org.pykopi.compiler.NativeTape;

/** What the parts of the generator share while they work on one function. */
final class Workspace {
  // Registers by use: arguments and result of calls as in the System V ABI for AMD64 (3.2.3).
  static final int RESULT = X64Assembler.RAX;
  static final int FIRST = X64Assembler.RDI;
  static final int SECOND = X64Assembler.RSI;
  static final int THIRD = X64Assembler.RDX;
  static final int FOURTH = X64Assembler.RCX;

  final NativeTape tape;
  final X64Assembler out = new X64Assembler();
  final Frame frame;
  final Diagnostics diagnostics;
  final OperandStack stack;
  final References references;
  private int nextLabel;

  Workspace(NativeTape tape, NameNumbers numbers) {
    this.tape = tape;
    frame = new Frame(tape, out);
    diagnostics = new Diagnostics(tape.position());
    stack = new OperandStack(out, frame, diagnostics);
    references = new References(out, frame, numbers);
  }

  /** Starts a pass. */
  void start(boolean measures) {
    out.startPass(measures);
    frame.layOut(stack.maxSize());
    stack.start();
    references.start();
    nextLabel = tape.labelCount();
  }

  /** Labels that the tape does not use; gives the first of them. */
  int newLabels(int count) {
    nextLabel += count;
    return nextLabel - count;
  }

  /** A call that takes a name as one of its arguments. */
  void callWithName(RuntimeEntry function, long name, int register) {
    callWithName(function, references.name(name), register);
  }

  void callWithName(RuntimeEntry function, String name, int register) {
    stack.freeAll();
    references.loadName(register, name);
    out.call(function);
  }

  /** The same, where the result is a new object on the stack. */
  void pushCallWithName(RuntimeEntry function, long name, int register) {
    callWithName(function, name, register);
    stack.pushObject(RESULT);
  }

  /** A jump, before which all values go to their slots. */
  void jump(int label) {
    stack.settle();
    out.jump(label);
  }
}
