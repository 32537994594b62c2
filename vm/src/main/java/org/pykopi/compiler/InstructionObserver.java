package org.pykopi.compiler;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.syntax.Ast.Position;

/**
 * Stands between the compiler and its {@link Emitter} in functions that are not plain bytecode. It
 * is told of each instruction in the order of the source.
 */
interface InstructionObserver {
  /** Before the first instruction. */
  default void start() {}

  /** The following instructions belong to the line. */
  default void line(int line) {}

  /** The place of a label. */
  void label(int label);

  /** See {@link Emitter#adjustStack}. */
  void adjust(int slots);

  /** An instruction that does not jump; it is the observer who records it with the emitter. */
  void op(int op, long operand, int extra);

  /** A jump, which the emitter records after this call. */
  void jump(int op, int label);

  /** See {@link Emitter#unwindJump}. */
  void unwind(int label, int blocks);

  /** A list of several statements starts. */
  default void startList() {}

  /** It ends. */
  default void endList() {}

  /** The end of a statement of a list, or of the function. */
  void check(Position position);

  /** The function is compiled. */
  default void finish(CodeObject code) {}
}
