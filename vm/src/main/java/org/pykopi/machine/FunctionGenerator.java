package org.pykopi.machine;

import org.pykopi.bytecode.ByteWriter;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.NativeCode;
import org.pykopi.bytecode.Opcode;
import org.pykopi.bytecode.Prelude;
import org.pykopi.bytecode.PreludeCoder;
import org.pykopi.bytecode.Signature;
import org.pykopi.compiler.NativeTape;
import org.pykopi.syntax.Ast.Position;

/**
 * Machine code of one function. Three passes do the same work: the first counts the slots of the
 * stack, the second measures the code, the third has all distances.
 */
final class FunctionGenerator {
  private static final int PASSES = 3;

  /** Bytes of the two names in a prelude. */
  private static final int PRELUDE_NAMES = 4;

  private final NativeTape tape;
  private final CodeObject code;
  private final Workspace work;
  private final X64Assembler out;
  private final Frame frame;
  private final OperandStack stack;
  private final FrameGenerator frames;
  private final BlockGenerator blocks;
  private final FlowGenerator flow;
  private final NameGenerator names;
  private final ValueGenerator values;
  private final OperatorGenerator operators;
  private int preludeOffset;

  FunctionGenerator(NativeTape tape, NameNumbers numbers) {
    this.tape = tape;
    code = tape.code();
    work = new Workspace(tape, numbers);
    out = work.out;
    frame = work.frame;
    stack = work.stack;
    blocks = new BlockGenerator(work);
    frames = new FrameGenerator(work, blocks);
    flow = new FlowGenerator(work, blocks);
    names = new NameGenerator(work);
    values = new ValueGenerator(work);
    operators = new OperatorGenerator(work);
  }

  NativeCode generate() {
    for (int pass = 0; pass < PASSES; pass++) {
      work.start(pass < PASSES - 1);
      names.start();
      blocks.start();
      frames.start(names.types(), preludeOffset);
      flow.start(frames.exitLabel());
      if (!frame.isViper) {
        names.setObjects(code.cells);
      }
      body();
      work.diagnostics.report();
      frames.end();
      preludeOffset = out.position();
      if (!frame.isViper) {
        prelude();
      }
    }
    return new NativeCode(
        frame.isViper,
        out.toBytes(),
        preludeOffset,
        work.references.links(),
        work.references.constants());
  }

  private void body() {
    for (int item = 0; item < tape.count(); item++) {
      int op = tape.op(item);
      long operand = tape.operand(item);
      switch (op) {
        case NativeTape.START_LIST, NativeTape.END_LIST -> {}
        case NativeTape.LINE -> work.diagnostics.line((int) operand);
        case NativeTape.ADJUST -> stack.adjust((int) operand);
        case NativeTape.CHECK -> {
          if (work.diagnostics.check(new Position((int) operand, tape.extra(item)))) {
            item = tape.endOfList(item);
          }
        }
        default -> instruction(op, operand, tape.extra(item));
      }
    }
  }

  /**
   * Each instruction belongs to one of the generators; those of the ranges that carry their operand
   * in the opcode are brought to the form of the others.
   */
  private void instruction(int op, long operand, int extra) {
    if (op >= Opcode.UNARY_OP_MULTI) {
      operators.generate(op);
    } else if (op >= Opcode.STORE_FAST_MULTI) {
      names.generate(Opcode.STORE_FAST_N, op - Opcode.STORE_FAST_MULTI);
    } else if (op >= Opcode.LOAD_FAST_MULTI) {
      names.generate(Opcode.LOAD_FAST_N, op - Opcode.LOAD_FAST_MULTI);
    } else if (op >= Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      int value = op - Opcode.LOAD_CONST_SMALL_INT_MULTI - Opcode.SMALL_INT_EXCESS;
      values.generate(Opcode.LOAD_CONST_SMALL_INT, value, 0);
    } else {
      boolean isKnown =
          names.generate(op, operand)
              || values.generate(op, operand, extra)
              || flow.generate(op, (int) operand)
              || blocks.generate(op, (int) operand, extra)
              || operators.generate(op);
      if (!isKnown) {
        throw work.diagnostics.unsupported("native raise");
      }
    }
  }

  /** For the runtime, which prepares the arguments as it does for bytecode. */
  private void prelude() {
    Signature signature =
        new Signature(
            Math.max(1, frame.stateSize),
            0,
            code.scopeFlags,
            code.positionalArgs,
            code.keywordOnlyArgs,
            code.defaultPositionalArgs);
    Prelude prelude =
        new Prelude(signature, code.prelude.nameIndexes(), code.prelude.lines(), code.cells);
    ByteWriter start = new ByteWriter();
    PreludeCoder.writeStart(start, prelude, PRELUDE_NAMES);
    for (byte b : start.toBytes()) {
      out.data8(b);
    }
    out.data16(work.references.numberOf(code.simpleName));
    out.data16(work.references.numberOf(code.sourceFile));
    for (int local : code.cells) {
      out.data8(local);
    }
  }
}
