package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast.Position;

/** Writes the {@link NativeTape} of a function while the emitter records its bytecode too. */
final class NativeRecorder implements InstructionObserver {
  private record Block(int setupOp, int label) {}

  /** What {@code with} does at its end: None, label, two corrections of the stack. */
  private static final int ITEMS_BEFORE_CLEANUP = 4;

  private final Emitter out;
  private final NativeTape tape;
  private final List<Block> blocks = new ArrayList<>();

  /** Whether the next correction of the stack belongs to the handlers of a try. */
  private boolean skipsAdjustment;

  NativeRecorder(Emitter out, NativeTape tape) {
    this.out = out;
    this.tape = tape;
  }

  @Override
  public void line(int line) {
    tape.add(NativeTape.LINE, line, 0);
  }

  @Override
  public void label(int label) {
    tape.add(NativeTape.LABEL, label, 0);
    Block block = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (block != null && block.setupOp == Opcode.SETUP_EXCEPT && block.label == label) {
      tape.add(NativeTape.START_HANDLERS, 0, 0);
      skipsAdjustment = true;
    }
  }

  @Override
  public void adjust(int slots) {
    if (!skipsAdjustment) {
      tape.add(NativeTape.ADJUST, slots, 0);
    }
    skipsAdjustment = false;
  }

  @Override
  public void op(int op, long operand, int extra) {
    out.put(op, operand, extra);
    switch (op) {
      case Opcode.STORE_ATTR -> delete(Opcode.ROT_TWO, op, NativeTape.DELETE_ATTR, operand);
      case Opcode.STORE_SUBSCR -> delete(Opcode.ROT_THREE, op, NativeTape.DELETE_SUBSCR, operand);
      case Opcode.WITH_CLEANUP -> {
        tape.drop(ITEMS_BEFORE_CLEANUP);
        tape.add(op, blocks.get(blocks.size() - 1).label, 0);
      }
      case Opcode.END_FINALLY -> {
        tape.add(op, 0, 0);
        if (blocks.remove(blocks.size() - 1).setupOp == Opcode.SETUP_EXCEPT) {
          tape.add(NativeTape.END_HANDLERS, 0, 0);
          skipsAdjustment = true;
        }
      }
      default -> tape.add(op, operand, extra);
    }
  }

  /** A null that was brought below the object is not stored but means that something goes. */
  private void delete(int rotation, int store, int deletion, long operand) {
    if (tape.endsIn(rotation, 0) && tape.endsIn(Opcode.LOAD_NULL, 1)) {
      tape.drop(2);
      tape.add(deletion, operand, 0);
    } else {
      tape.add(store, operand, 0);
    }
  }

  @Override
  public void jump(int op, int label) {
    tape.add(op, label, 0);
    if (op == Opcode.SETUP_EXCEPT || op == Opcode.SETUP_FINALLY || op == Opcode.SETUP_WITH) {
      blocks.add(new Block(op, label));
    }
  }

  @Override
  public void unwind(int label, int count) {
    tape.add(Opcode.UNWIND_JUMP, label, count);
  }

  @Override
  public void startList() {
    tape.add(NativeTape.START_LIST, 0, 0);
  }

  @Override
  public void endList() {
    tape.add(NativeTape.END_LIST, 0, 0);
  }

  @Override
  public void check(Position position) {
    tape.add(NativeTape.CHECK, position.line(), position.column());
  }

  @Override
  public void finish(CodeObject code) {
    tape.code = code;
  }
}
