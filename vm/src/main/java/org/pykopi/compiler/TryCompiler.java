package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Statement;

/**
 * Compiles {@code try} and {@code with}.
 *
 * <p>A finally part is entered with a state on top of the stack: None after a normal end, the
 * exception, or what is needed to go on with a return (value and mark) or with a jump out of the
 * block. {@code END_FINALLY} takes the state and acts on it. The corrections of the stack count
 * keep room for the largest state.
 */
final class TryCompiler {
  /**
   * What a handler may find on the stack: the exception, or up to three slots of a jump that is
   * under way.
   */
  static final int HANDLER_SLOTS = 4;

  private static final int UNWIND_SLOTS = 3;

  private final Context context;
  private final Emitter emitter;
  private final StatementCompiler statements;
  private final ExpressionCompiler expressions;
  private final Targets targets;

  TryCompiler(
      Context context,
      StatementCompiler statements,
      ExpressionCompiler expressions,
      Targets targets) {
    this.context = context;
    this.emitter = context.emitter;
    this.statements = statements;
    this.expressions = expressions;
    this.targets = targets;
  }

  void tryStatement(Ast.Try s) {
    if (s.last() == null) {
      tryExcept(s);
      return;
    }
    int last = emitter.newLabel();
    emitter.enterBlock(Opcode.SETUP_FINALLY, last);
    if (s.handlers().isEmpty()) {
      emitter.adjustStack(UNWIND_SLOTS);
      statements.suite(s.body());
      emitter.adjustStack(-UNWIND_SLOTS);
    } else {
      tryExcept(s);
    }
    emitter.loadNone();
    emitter.label(last);
    emitter.adjustStack(stateSlots());
    statements.suite(s.last());
    emitter.adjustStack(-stateSlots());
    emitter.leaveBlock();
  }

  /** Room for the second slot of a return under way; Pycopy does not count it. */
  private int stateSlots() {
    return context.isPycopy() ? 0 : 1;
  }

  private void tryExcept(Ast.Try s) {
    int handlers = emitter.newLabel();
    int success = emitter.newLabel();
    emitter.enterBlock(Opcode.SETUP_EXCEPT, handlers);
    statements.suite(s.body());
    emitter.jump(Opcode.POP_EXCEPT_JUMP, success);
    emitter.label(handlers);
    emitter.adjustStack(HANDLER_SLOTS);
    int end = emitter.newLabel();
    int count = s.handlers().size();
    for (int i = 0; i < count; i++) {
      handler(s.handlers().get(i), end, i == count - 1);
    }
    emitter.leaveBlock();
    emitter.adjustStack(1 - HANDLER_SLOTS);
    emitter.label(success);
    statements.suite(s.orElse());
    emitter.label(end);
  }

  /** {@code exception ->} when it matches, else the exception stays for the next handler. */
  private void handler(Ast.Handler handler, int end, boolean isLast) {
    int next = emitter.newLabel();
    emitter.traceLine(handler.position().line());
    if (handler.type() == null) {
      if (!isLast) {
        throw context.error(handler, "default 'except' must be last");
      }
    } else {
      emitter.op(Opcode.DUP_TOP);
      expressions.compile(handler.type());
      emitter.binary(Opcode.EXCEPTION_MATCH);
      emitter.popJumpIf(false, next);
    }
    if (handler.name() == null) {
      emitter.op(Opcode.POP_TOP);
      statements.suite(handler.body());
    } else {
      emitter.storeName(handler.name());
      bodyThatUnbinds(handler);
    }
    emitter.jump(Opcode.POP_EXCEPT_JUMP, end);
    emitter.label(next);
    emitter.adjustStack(1);
  }

  /** After the body the name of the exception is deleted, whatever happens. */
  private void bodyThatUnbinds(Ast.Handler handler) {
    int last = emitter.newLabel();
    emitter.enterBlock(Opcode.SETUP_FINALLY, last);
    statements.suite(handler.body());
    emitter.loadNone();
    emitter.label(last);
    emitter.adjustStack(stateSlots());
    emitter.loadNone();
    emitter.storeName(handler.name());
    emitter.deleteName(handler.name());
    emitter.adjustStack(-stateSlots());
    emitter.leaveBlock();
  }

  // ---- with ----

  void withStatement(Ast.With s) {
    if (s.isAsync()) {
      asyncWith(s.items(), s.body());
    } else {
      with(s.items(), s.body());
    }
  }

  private void with(List<Ast.WithItem> items, List<Statement> body) {
    if (items.isEmpty()) {
      statements.suite(body);
      return;
    }
    int end = emitter.newLabel();
    expressions.compile(items.get(0).context());
    emitter.enterBlock(Opcode.SETUP_WITH, end);
    storeOrPop(items.get(0));
    with(items.subList(1, items.size()), body);
    emitter.loadNone();
    emitter.label(end);
    emitter.adjustStack(2); // room to call __exit__
    emitter.adjustStack(-2);
    emitter.op(Opcode.WITH_CLEANUP);
    emitter.leaveBlock();
  }

  private void storeOrPop(Ast.WithItem item) {
    if (item.target() != null) {
      targets.store(item.target());
    } else {
      emitter.op(Opcode.POP_TOP);
    }
  }

  /** The stack holds the manager; {@code __aexit__} is looked up when it is needed. */
  private void asyncWith(List<Ast.WithItem> items, List<Statement> body) {
    if (items.isEmpty()) {
      statements.suite(body);
      return;
    }
    int last = emitter.newLabel();
    int exitNormally = emitter.newLabel();
    int exitByJump = emitter.newLabel();
    int end = emitter.newLabel();
    expressions.compile(items.get(0).context());
    emitter.op(Opcode.DUP_TOP);
    expressions.awaitMethod("__aenter__");
    storeOrPop(items.get(0));
    emitter.enterBlock(Opcode.SETUP_FINALLY, last);
    emitter.adjustStack(UNWIND_SLOTS);
    asyncWith(items.subList(1, items.size()), body);
    emitter.adjustStack(-UNWIND_SLOTS);

    // Normal end: manager -> None manager
    emitter.loadNone();
    emitter.op(Opcode.ROT_TWO);
    emitter.jump(exitNormally);

    emitter.label(last);
    emitter.op(Opcode.DUP_TOP);
    emitter.loadGlobal("BaseException");
    emitter.binary(Opcode.EXCEPTION_MATCH);
    emitter.popJumpIf(false, exitByJump);
    exitWithException(end);

    // Return or jump: manager value mark -> value mark manager
    emitter.label(exitByJump);
    emitter.op(Opcode.ROT_THREE);
    emitter.op(Opcode.ROT_THREE);
    emitter.label(exitNormally);
    emitter.op(Opcode.LOAD_METHOD, "__aexit__");
    emitter.loadNone();
    emitter.op(Opcode.DUP_TOP);
    emitter.op(Opcode.DUP_TOP);
    emitter.call(true, 3, 0, false);
    expressions.yieldFrom();
    emitter.op(Opcode.POP_TOP);
    emitter.adjustStack(-1);
    emitter.label(end);
    emitter.leaveBlock();
  }

  /** {@code manager exception -> exception}, or None when {@code __aexit__} swallows it. */
  private void exitWithException(int end) {
    emitter.op(Opcode.DUP_TOP);
    emitter.op(Opcode.ROT_THREE);
    emitter.op(Opcode.ROT_TWO);
    emitter.op(Opcode.LOAD_METHOD, "__aexit__");
    emitter.op(Opcode.ROT_THREE);
    emitter.op(Opcode.ROT_THREE);
    emitter.op(Opcode.DUP_TOP);
    emitter.op(Opcode.LOAD_ATTR, "__class__");
    emitter.op(Opcode.ROT_TWO);
    emitter.loadNone();
    emitter.call(true, 3, 0, false);
    expressions.yieldFrom();
    emitter.popJumpIf(false, end);
    emitter.op(Opcode.POP_TOP);
    emitter.loadNone();
    emitter.jump(end);
    emitter.adjustStack(2);
  }
}
