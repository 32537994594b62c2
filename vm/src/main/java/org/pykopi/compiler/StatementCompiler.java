package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.Ast.Statement;
import org.pykopi.syntax.PySyntaxError;

/** Compiles the statements of one scope; each leaves the stack as it was. */
final class StatementCompiler {
  private final Context context;
  private final Emitter emitter;
  private final ExpressionCompiler expressions;
  private final Targets targets;
  private final TryCompiler tries;
  private final Definitions definitions;

  /** The innermost loop, or null. */
  private Loop loop;

  /** Where break and continue go, and at which depth of blocks the loop stands. */
  private record Loop(int breakLabel, int continueLabel, boolean dropsIterator, int blockDepth) {}

  StatementCompiler(Context context, ExpressionCompiler expressions) {
    this.context = context;
    this.emitter = context.emitter;
    this.expressions = expressions;
    this.targets = new Targets(context, expressions);
    this.tries = new TryCompiler(context, this, expressions, targets);
    this.definitions = new Definitions(context, expressions);
  }

  /**
   * Compiles the statements in order; null stands for none. A statement that is alone is no list
   * for the reference, so that errors of types have the line of what is around it.
   */
  void suite(List<Statement> statements) {
    if (statements == null) {
      return;
    }
    boolean isList = statements.size() > 1;
    if (isList) {
      emitter.startList();
      emitter.line(statements.get(0).position().line());
    }
    for (Statement statement : statements) {
      context.statement = statement.position();
      statement(statement);
      if (isList) {
        emitter.checkTypes(statement.position());
      }
    }
    if (isList) {
      emitter.endList();
    }
  }

  private void statement(Statement statement) {
    emitter.line(statement.position().line());
    if (statement instanceof Ast.ExpressionStatement s) {
      expressionStatement(s);
    } else if (statement instanceof Ast.Assign s) {
      assign(s.targets(), s.value());
    } else if (statement instanceof Ast.AugmentedAssign s) {
      augmentedAssign(s);
    } else if (statement instanceof Ast.AnnotatedAssign s) {
      annotatedAssign(s);
    } else if (statement instanceof Ast.If s) {
      ifStatement(s);
    } else if (statement instanceof Ast.While s) {
      whileStatement(s);
    } else if (statement instanceof Ast.For s) {
      forStatement(s);
    } else if (statement instanceof Ast.Return s) {
      returnStatement(s);
    } else if (statement instanceof Ast.Try s) {
      tries.tryStatement(s);
    } else if (statement instanceof Ast.With s) {
      if (s.isAsync()) {
        checkAsync(s);
      }
      tries.withStatement(s);
    } else if (statement instanceof Ast.FunctionDefinition
        || statement instanceof Ast.ClassDefinition
        || statement instanceof Ast.Decorated) {
      definitions.definition(statement);
    } else {
      simpleStatement(statement);
    }
  }

  private void simpleStatement(Statement statement) {
    if (statement instanceof Ast.Break) {
      leaveLoop(statement, true);
    } else if (statement instanceof Ast.Continue) {
      leaveLoop(statement, false);
    } else if (statement instanceof Ast.YieldStatement s) {
      expressions.compile(s.value());
      emitter.op(Opcode.POP_TOP);
    } else if (statement instanceof Ast.Raise s) {
      raise(s);
    } else if (statement instanceof Ast.Delete s) {
      targets.delete(s.target());
    } else if (statement instanceof Ast.Assert s) {
      assertStatement(s);
    } else if (statement instanceof Ast.Import s) {
      importStatement(s);
    } else if (statement instanceof Ast.ImportFrom s) {
      importFrom(s);
    } else if (statement instanceof Ast.Global s) {
      declare(s.names(), true);
    } else if (statement instanceof Ast.Nonlocal s) {
      declare(s.names(), false);
    }
  }

  // ---- expressions and assignments ----

  private void expressionStatement(Ast.ExpressionStatement s) {
    if (context.options.isInteractive() && context.scope.kind == Scope.Kind.MODULE) {
      emitter.loadName("__repl_print__");
      expressions.compile(s.value());
      emitter.call(false, 1, 0, false);
      emitter.op(Opcode.POP_TOP);
    } else if (!(s.value() instanceof Ast.Constant)) {
      expressions.compile(s.value());
      emitter.op(Opcode.POP_TOP);
    }
  }

  private void assign(List<Expression> left, Expression value) {
    if (left.size() == 1 && assignPairwise(left.get(0), value)) {
      return;
    }
    Expression constant = left.size() == 1 ? constArgument(value) : null;
    if (constant != null) {
      expressions.compile(constant);
      targets.storeConstant(left.get(0));
      return;
    }
    expressions.compile(value);
    for (int i = 0; i < left.size(); i++) {
      if (i < left.size() - 1) {
        emitter.op(Opcode.DUP_TOP);
      }
      targets.store(left.get(i));
    }
  }

  /** The x of {@code const(x)} in Pycopy, else null. */
  private Expression constArgument(Expression value) {
    return context.isPycopy() && ConstantFolder.isConstCall(value)
        ? ConstantFolder.constArgument((Ast.Postfix) value)
        : null;
  }

  /** Two or three values to as many targets, both without parentheses, need no tuple. */
  private boolean assignPairwise(Expression target, Expression value) {
    if (!(target instanceof Ast.TupleDisplay left && value instanceof Ast.TupleDisplay right)) {
      return false;
    }
    int count = left.items().size();
    boolean isPairwise =
        context.options.joinsAssignments()
            && !left.isParenthesised()
            && !right.isParenthesised()
            && count == right.items().size()
            && (count == 2 || count == 3);
    if (!isPairwise) {
      return false;
    }
    for (Expression item : left.items()) {
      if (item instanceof Ast.Starred) {
        return false;
      }
    }
    for (Expression item : right.items()) {
      expressions.compile(item);
    }
    if (count == 3) {
      emitter.op(Opcode.ROT_THREE);
    }
    emitter.op(Opcode.ROT_TWO);
    for (Expression item : left.items()) {
      targets.store(item);
    }
    return true;
  }

  private void augmentedAssign(Ast.AugmentedAssign s) {
    targets.loadAugmented(s.target());
    expressions.compile(s.value());
    emitter.binary(Opcode.INPLACE_FIRST + ExpressionCompiler.operatorIndex(s.operator()));
    targets.storeAugmented(s.target());
  }

  /** Without a value it only declares a local variable. */
  private void annotatedAssign(Ast.AnnotatedAssign s) {
    boolean isConstant =
        context.isPycopy()
            && s.annotation() instanceof Ast.Name name
            && name.name().equals("const");
    if (s.value() != null && isConstant) {
      Expression argument = constArgument(s.value());
      expressions.compile(argument != null ? argument : s.value());
      targets.storeConstant(s.target());
    } else if (s.value() != null) {
      assign(List.of(s.target()), s.value());
    } else if (context.scope.kind == Scope.Kind.FUNCTION && s.target() instanceof Ast.Name name) {
      context.scope.findOrAdd(name.name(), Scope.Binding.LOCAL);
    }
  }

  private void declare(List<String> names, boolean isGlobal) {
    if (!emitter.isResolving()) {
      return;
    }
    if (!isGlobal && context.scope.kind == Scope.Kind.MODULE) {
      throw new PySyntaxError(context.statement, "can't declare nonlocal in outer code");
    }
    for (String name : names) {
      Scope.Identifier identifier = context.scope.findOrAdd(name, Scope.Binding.UNDECIDED);
      if (isGlobal) {
        Scopes.declareGlobal(context.scope, identifier, context.statement);
      } else {
        Scopes.declareNonlocal(context.scope, identifier, context.statement);
      }
    }
  }

  // ---- flow ----

  private void ifStatement(Ast.If s) {
    int end = emitter.newLabel();
    int count = s.branches().size();
    for (int i = 0; i < count; i++) {
      Ast.Branch branch = s.branches().get(i);
      if (isConstant(branch.condition(), false)) {
        continue;
      }
      int otherwise = emitter.newLabel();
      expressions.jumpIf(branch.condition(), false, otherwise);
      suite(branch.body());
      if (isConstant(branch.condition(), true)) {
        emitter.label(end);
        return;
      }
      boolean isLast = i == count - 1 && s.orElse() == null;
      boolean isAlone = isLast && (count == 1 || context.isPycopy());
      if (!isAlone && !emitter.endsInReturn()) {
        emitter.jump(end);
      }
      emitter.label(otherwise);
    }
    suite(s.orElse());
    emitter.label(end);
  }

  private boolean isConstant(Expression condition, boolean truth) {
    return ConstantFolder.isConstant(condition, truth, context.options);
  }

  private void whileStatement(Ast.While s) {
    Loop outer = loop;
    loop = new Loop(emitter.newLabel(), emitter.newLabel(), false, emitter.blockDepth());
    Loop inner = loop;
    if (!isConstant(s.condition(), false)) {
      int top = emitter.newLabel();
      if (!isConstant(s.condition(), true)) {
        emitter.jump(inner.continueLabel);
      }
      emitter.label(top);
      suite(s.body());
      emitter.label(inner.continueLabel);
      expressions.jumpIf(s.condition(), true, top);
    }
    loop = outer;
    suite(s.orElse());
    emitter.label(inner.breakLabel);
  }

  private void forStatement(Ast.For s) {
    if (s.isAsync()) {
      checkAsync(s);
      asyncFor(s);
      return;
    }
    RangeLoop range = RangeLoop.of(s);
    if (range != null) {
      forRange(s, range);
      return;
    }
    Loop outer = loop;
    loop = new Loop(emitter.newLabel(), emitter.newLabel(), true, emitter.blockDepth());
    Loop inner = loop;
    int exhausted = emitter.newLabel();
    expressions.compile(s.iterable());
    emitter.op(Opcode.GET_ITER_STACK);
    emitter.label(inner.continueLabel);
    emitter.jump(Opcode.FOR_ITER, exhausted);
    targets.store(s.target());
    suite(s.body());
    if (!emitter.endsInReturn()) {
      emitter.jump(inner.continueLabel);
    }
    emitter.label(exhausted);
    emitter.adjustStack(-Opcode.ITERATOR_SLOTS);
    loop = outer;
    suite(s.orElse());
    emitter.label(inner.breakLabel);
  }

  /**
   * {@code for i in range(start, end, step)} with a constant step counts on the stack: {@code [end]
   * i}.
   */
  private void forRange(Ast.For s, RangeLoop range) {
    Loop outer = loop;
    loop = new Loop(emitter.newLabel(), emitter.newLabel(), false, emitter.blockDepth());
    Loop inner = loop;
    int top = emitter.newLabel();
    int entry = emitter.newLabel();
    boolean keepsEnd = RangeLoop.smallInt(range.end()) == null;
    if (keepsEnd) {
      expressions.compile(range.end());
    }
    compileOrZero(range.start());
    emitter.jump(entry);
    emitter.label(top);
    emitter.op(Opcode.DUP_TOP);
    targets.store(s.target());
    suite(s.body());
    emitter.label(inner.continueLabel);
    emitter.loadLeaf(range.step());
    emitter.binary(Opcode.INPLACE_FIRST + Opcode.ADD);
    emitter.label(entry);
    if (keepsEnd) {
      emitter.op(Opcode.DUP_TOP_TWO);
      emitter.op(Opcode.ROT_TWO);
    } else {
      emitter.op(Opcode.DUP_TOP);
      expressions.compile(range.end());
    }
    emitter.binary(range.step() >= 0 ? Opcode.LESS : Opcode.MORE);
    emitter.popJumpIf(true, top);
    loop = outer;
    int end = -1;
    if (s.orElse() != null) {
      popCounter(keepsEnd);
      suite(s.orElse());
      end = emitter.newLabel();
      emitter.jump(end);
      emitter.adjustStack(keepsEnd ? 2 : 1);
    }
    emitter.label(inner.breakLabel);
    popCounter(keepsEnd);
    if (end >= 0) {
      emitter.label(end);
    }
  }

  private void compileOrZero(Expression expression) {
    if (expression != null) {
      expressions.compile(expression);
    } else {
      emitter.loadSmallInt(0);
    }
  }

  private void popCounter(boolean keepsEnd) {
    emitter.op(Opcode.POP_TOP);
    if (keepsEnd) {
      emitter.op(Opcode.POP_TOP);
    }
  }

  private void leaveLoop(Statement statement, boolean isBreak) {
    if (loop == null) {
      throw context.error(statement, "'break'/'continue' outside loop");
    }
    emitter.unwindJump(
        isBreak ? loop.breakLabel : loop.continueLabel,
        emitter.blockDepth() - loop.blockDepth,
        isBreak && loop.dropsIterator);
  }

  private void returnStatement(Ast.Return s) {
    if (context.scope.kind != Scope.Kind.FUNCTION) {
      throw context.error(s, "'return' outside function");
    }
    if (s.value() == null) {
      emitter.loadNone();
    } else if (s.value() instanceof Ast.Conditional conditional) {
      int otherwise = emitter.newLabel();
      expressions.jumpIf(conditional.condition(), false, otherwise);
      expressions.compile(conditional.body());
      emitter.op(Opcode.RETURN_VALUE);
      emitter.label(otherwise);
      expressions.compile(conditional.orElse());
    } else {
      expressions.compile(s.value());
    }
    emitter.op(Opcode.RETURN_VALUE);
  }

  private void raise(Ast.Raise s) {
    if (s.exception() == null) {
      emitter.op(Opcode.RAISE_LAST);
      return;
    }
    expressions.compile(s.exception());
    if (s.cause() == null) {
      emitter.op(Opcode.RAISE_OBJ);
    } else {
      expressions.compile(s.cause());
      emitter.op(Opcode.RAISE_FROM);
    }
  }

  private void assertStatement(Ast.Assert s) {
    if (context.options.optimisation() != 0) {
      return;
    }
    int end = emitter.newLabel();
    expressions.jumpIf(s.condition(), true, end);
    emitter.loadGlobal("AssertionError");
    if (s.message() != null) {
      expressions.compile(s.message());
      emitter.call(false, 1, 0, false);
    }
    emitter.op(Opcode.RAISE_OBJ);
    emitter.label(end);
  }

  // ---- async for ----

  private void checkAsync(Statement statement) {
    if ((context.scope.flags & CodeObject.FLAG_GENERATOR) == 0) {
      throw context.error(statement, "async for/with outside async function");
    }
  }

  /**
   * A loop around {@code await iterator.__anext__()} that ends with StopAsyncIteration; the stack
   * holds the iterator, in Pycopy a variable does.
   */
  private void asyncFor(Ast.For s) {
    int orElse = emitter.newLabel();
    int handler = emitter.newLabel();
    int gotValue = emitter.newLabel();
    int otherException = emitter.newLabel();
    expressions.compile(s.iterable());
    emitter.op(Opcode.LOAD_METHOD, "__aiter__");
    emitter.call(true, 0, 0, false);
    String iterator = context.isPycopy() ? iteratorName(s.iterable()) : null;
    if (iterator != null) {
      emitter.storeName(iterator);
    }
    Loop outer = loop;
    loop = new Loop(emitter.newLabel(), emitter.newLabel(), false, emitter.blockDepth());
    Loop inner = loop;
    emitter.label(inner.continueLabel);
    emitter.enterBlock(Opcode.SETUP_EXCEPT, handler);
    if (iterator != null) {
      emitter.loadName(iterator);
    } else {
      emitter.op(Opcode.DUP_TOP);
    }
    expressions.awaitMethod("__anext__");
    targets.store(s.target());
    emitter.jump(Opcode.POP_EXCEPT_JUMP, gotValue);

    emitter.label(handler);
    emitter.adjustStack(TryCompiler.HANDLER_SLOTS);
    emitter.op(Opcode.DUP_TOP);
    emitter.loadGlobal("StopAsyncIteration");
    emitter.binary(Opcode.EXCEPTION_MATCH);
    emitter.popJumpIf(false, otherException);
    emitter.op(Opcode.POP_TOP);
    emitter.jump(Opcode.POP_EXCEPT_JUMP, orElse);
    emitter.label(otherException);
    emitter.adjustStack(1);
    emitter.leaveBlock();
    emitter.adjustStack(1 - TryCompiler.HANDLER_SLOTS);

    emitter.label(gotValue);
    suite(s.body());
    emitter.jump(inner.continueLabel);
    loop = outer;
    emitter.label(orElse);
    suite(s.orElse());
    emitter.label(inner.breakLabel);
    if (iterator == null) {
      emitter.op(Opcode.POP_TOP);
    }
  }

  /**
   * Pycopy keeps the iterator in the variable that held the iterable, or in one of its own that no
   * program can name.
   */
  private static String iteratorName(Expression iterable) {
    Ast.Position place = iterable.position();
    return iterable instanceof Ast.Name name ? name.name() : place.line() + ":" + place.column();
  }

  // ---- imports ----

  private void importStatement(Ast.Import s) {
    for (Ast.ImportedModule module : s.modules()) {
      emitter.loadSmallInt(0);
      emitter.loadNone();
      emitter.op(Opcode.IMPORT_NAME, String.join(".", module.path()));
      if (module.alias() == null) {
        emitter.storeConstant(module.path().get(0));
        continue;
      }
      for (String name : module.path().subList(1, module.path().size())) {
        emitter.op(Opcode.LOAD_ATTR, name);
      }
      emitter.storeConstant(module.alias());
    }
  }

  private void importFrom(Ast.ImportFrom s) {
    boolean isStar = s.names() == null;
    if (isStar && context.scope.kind != Scope.Kind.MODULE) {
      throw context.error(s, "import * not at module level");
    }
    emitter.loadSmallInt(s.level());
    if (isStar) {
      emitter.loadString("*");
      emitter.op(Opcode.BUILD_TUPLE, 1);
    } else {
      for (Ast.ImportedName name : s.names()) {
        emitter.loadString(name.name());
      }
      emitter.op(Opcode.BUILD_TUPLE, s.names().size());
    }
    emitter.op(Opcode.IMPORT_NAME, String.join(".", s.path()));
    if (isStar) {
      emitter.op(Opcode.IMPORT_STAR);
      return;
    }
    for (Ast.ImportedName name : s.names()) {
      emitter.op(Opcode.IMPORT_FROM, name.name());
      emitter.storeConstant(name.alias() != null ? name.alias() : name.name());
    }
    emitter.op(Opcode.POP_TOP);
  }
}
