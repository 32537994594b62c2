package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.PySyntaxError;

/** Compiles expressions; each leaves one value on the stack. */
final class ExpressionCompiler {
  private final Context context;
  private final Emitter emitter;

  ExpressionCompiler(Context context) {
    this.context = context;
    this.emitter = context.emitter;
  }

  /** {@code -> value}. */
  void compile(Expression expression) {
    if (expression instanceof Ast.Name name) {
      emitter.loadName(name.name());
      return;
    }
    if (expression instanceof Ast.Constant constant && constant.isLeaf()) {
      emitter.loadLeaf(constant.value());
      return;
    }
    emitter.line(expression.position().line());
    if (expression instanceof Ast.Postfix e) {
      postfix(e.base(), e.trailers());
    } else if (expression instanceof Ast.Constant e) {
      emitter.loadConstant(e.value());
    } else if (expression instanceof Ast.BinaryChain e) {
      binaryChain(e);
    } else if (expression instanceof Ast.Comparison e) {
      comparison(e);
    } else if (expression instanceof Ast.TupleDisplay e) {
      items(e.items());
      emitter.op(Opcode.BUILD_TUPLE, e.items().size());
    } else if (expression instanceof Ast.ListDisplay e) {
      items(e.items());
      emitter.op(Opcode.BUILD_LIST, e.items().size());
    } else if (expression instanceof Ast.BraceDisplay e) {
      brace(e);
    } else if (expression instanceof Ast.Comprehension e) {
      comprehension(e);
    } else if (expression instanceof Ast.Slice e) {
      slice(e);
    } else {
      compileOperator(expression);
    }
  }

  private void compileOperator(Expression expression) {
    if (expression instanceof Ast.BooleanChain e) {
      booleanChain(e);
    } else if (expression instanceof Ast.Not e) {
      compile(e.operand());
      emitter.unary(Opcode.NOT);
    } else if (expression instanceof Ast.Unary e) {
      compile(e.operand());
      emitter.unary(
          switch (e.operator()) {
            case POSITIVE -> Opcode.POSITIVE;
            case NEGATIVE -> Opcode.NEGATIVE;
            case INVERT -> Opcode.INVERT;
          });
    } else if (expression instanceof Ast.Power e) {
      compile(e.base());
      compile(e.exponent());
      emitter.binary(Opcode.PLAIN_FIRST + Opcode.POWER);
    } else if (expression instanceof Ast.Conditional e) {
      conditional(e);
    } else if (expression instanceof Ast.Lambda e) {
      Scope inner = context.inner(Scope.Kind.LAMBDA, e, null, context.scope.emitter);
      makeFunction(inner, e.parameters());
    } else if (expression instanceof Ast.NamedExpression e) {
      named(e.target(), e.value());
    } else if (expression instanceof Ast.Yield e) {
      yieldExpression(e);
    } else if (expression instanceof Ast.Await e) {
      await(e);
    } else {
      throw context.error(expression, "*x must be assignment target");
    }
  }

  private void items(List<Expression> items) {
    for (Expression item : items) {
      compile(item);
    }
  }

  // ---- conditions ----

  /** {@code ->}: goes to the label if the truth of the expression is as given. */
  void jumpIf(Expression expression, boolean truth, int label) {
    if (ConstantFolder.isConstant(expression, truth, context.options)) {
      emitter.jump(label);
    } else if (ConstantFolder.isConstant(expression, !truth, context.options)) {
      return;
    } else if (expression instanceof Ast.BooleanChain chain) {
      jumpIfChain(chain, truth, label);
    } else if (expression instanceof Ast.Not not) {
      jumpIf(not.operand(), !truth, label);
    } else {
      compile(expression);
      emitter.popJumpIf(truth, label);
    }
  }

  private void jumpIfChain(Ast.BooleanChain chain, boolean truth, int label) {
    List<Expression> operands = chain.operands();
    if (chain.isOr() == truth) {
      for (Expression operand : operands) {
        jumpIf(operand, truth, label);
      }
      return;
    }
    int otherwise = emitter.newLabel();
    int last = operands.size() - 1;
    for (int i = 0; i < last; i++) {
      jumpIf(operands.get(i), !truth, otherwise);
    }
    jumpIf(operands.get(last), truth, label);
    emitter.label(otherwise);
  }

  private void conditional(Ast.Conditional e) {
    boolean isTrue = ConstantFolder.isConstant(e.condition(), true, context.options);
    boolean isKnown = isTrue || ConstantFolder.isConstant(e.condition(), false, context.options);
    if (isKnown && context.isPycopy()) {
      compile(isTrue ? e.body() : e.orElse());
      return;
    }
    int otherwise = emitter.newLabel();
    int end = emitter.newLabel();
    jumpIf(e.condition(), false, otherwise);
    compile(e.body());
    emitter.jump(end);
    emitter.label(otherwise);
    emitter.adjustStack(-1);
    compile(e.orElse());
    emitter.label(end);
  }

  private void booleanChain(Ast.BooleanChain e) {
    int end = emitter.newLabel();
    int last = e.operands().size() - 1;
    int jump = e.isOr() ? Opcode.JUMP_IF_TRUE_OR_POP : Opcode.JUMP_IF_FALSE_OR_POP;
    for (int i = 0; i <= last; i++) {
      compile(e.operands().get(i));
      if (i < last) {
        emitter.jump(jump, end);
      }
    }
    emitter.label(end);
  }

  // ---- operators ----

  private void binaryChain(Ast.BinaryChain e) {
    compile(e.first());
    for (Ast.BinaryStep step : e.steps()) {
      compile(step.operand());
      emitter.binary(Opcode.PLAIN_FIRST + operatorIndex(step.operator()));
    }
  }

  /** The place of the operator among the plain and among the in-place ones. */
  static int operatorIndex(Ast.BinaryOperator operator) {
    return switch (operator) {
      case OR -> Opcode.OR;
      case XOR -> Opcode.XOR;
      case AND -> Opcode.AND;
      case LEFT_SHIFT -> Opcode.LSHIFT;
      case RIGHT_SHIFT -> Opcode.RSHIFT;
      case ADD -> Opcode.ADD;
      case SUBTRACT -> Opcode.SUBTRACT;
      case MULTIPLY -> Opcode.MULTIPLY;
      case MATRIX_MULTIPLY -> Opcode.MAT_MULTIPLY;
      case DIVIDE -> Opcode.TRUE_DIVIDE;
      case MODULO -> Opcode.MODULO;
      case FLOOR_DIVIDE -> Opcode.FLOOR_DIVIDE;
      case POWER -> Opcode.POWER;
    };
  }

  private void comparison(Ast.Comparison e) {
    compile(e.first());
    int last = e.steps().size() - 1;
    int fail = last > 0 ? emitter.newLabel() : -1;
    for (int i = 0; i <= last; i++) {
      compile(e.steps().get(i).operand());
      if (i < last) {
        emitter.op(Opcode.DUP_TOP);
        emitter.op(Opcode.ROT_THREE);
      }
      compare(e.steps().get(i).operator());
      if (i < last) {
        emitter.jump(Opcode.JUMP_IF_FALSE_OR_POP, fail);
      }
    }
    if (last > 0) {
      int end = emitter.newLabel();
      emitter.jump(end);
      emitter.label(fail);
      emitter.adjustStack(1);
      emitter.op(Opcode.ROT_TWO);
      emitter.op(Opcode.POP_TOP);
      emitter.label(end);
    }
  }

  private void compare(Ast.ComparisonOperator operator) {
    switch (operator) {
      case LESS -> emitter.binary(Opcode.LESS);
      case MORE -> emitter.binary(Opcode.MORE);
      case EQUAL -> emitter.binary(Opcode.EQUAL);
      case LESS_EQUAL -> emitter.binary(Opcode.LESS_EQUAL);
      case MORE_EQUAL -> emitter.binary(Opcode.MORE_EQUAL);
      case NOT_EQUAL -> emitter.binary(Opcode.NOT_EQUAL);
      case IN, NOT_IN -> emitter.binary(Opcode.IN);
      case IS, IS_NOT -> emitter.binary(Opcode.IS);
    }
    boolean isNegated =
        operator == Ast.ComparisonOperator.NOT_IN || operator == Ast.ComparisonOperator.IS_NOT;
    if (isNegated) {
      emitter.unary(Opcode.NOT);
    }
  }

  /** {@code target := value}, also as an argument. */
  private void named(Expression target, Expression value) {
    if (!(target instanceof Ast.Name name)) {
      throw context.error(target, "can't assign to expression");
    }
    compile(value);
    emitter.op(Opcode.DUP_TOP);
    Scope parent = context.scope.parent;
    boolean isInside = context.scope.kind.isComprehension();
    if (context.isPycopy() && isInside && !parent.kind.isFunctionLike()) {
      emitter.storeOutside(parent, name.name());
      return;
    }
    if (emitter.isResolving() && isInside && !isOwnVariable(name.name())) {
      Scopes.assignFromComprehension(context.scope, name.name(), context.statement);
    }
    emitter.storeName(name.name());
  }

  /** In Pycopy a comprehension may assign to its own variable. */
  private boolean isOwnVariable(String name) {
    Scope.Identifier own = context.isPycopy() ? context.scope.find(name) : null;
    return own != null && own.binding == Scope.Binding.LOCAL;
  }

  // ---- displays ----

  private void brace(Ast.BraceDisplay e) {
    List<Ast.BraceItem> items = e.items();
    boolean isDict = items.isEmpty() || items.get(0).value() != null;
    if (isDict) {
      emitter.op(Opcode.BUILD_MAP, items.size());
    }
    for (Ast.BraceItem item : items) {
      if (isDict) {
        dictItem(e, item);
      } else {
        compile(item.key());
        if (item.value() != null) {
          throw new PySyntaxError(e.inner(), "expecting just a value for set");
        }
      }
    }
    if (!isDict) {
      emitter.op(Opcode.BUILD_SET, items.size());
    }
  }

  private void dictItem(Ast.BraceDisplay display, Ast.BraceItem item) {
    if (item.value() == null) {
      compile(item.key());
      throw new PySyntaxError(display.inner(), "expecting key:value for dict");
    }
    emitter.line(item.position().line());
    compile(item.value());
    compile(item.key());
    emitter.op(Opcode.STORE_MAP);
  }

  /** The position of the comprehension itself is marked by the caller, if at all. */
  private void comprehension(Ast.Comprehension e) {
    Scope.Kind kind =
        switch (e.kind()) {
          case LIST -> Scope.Kind.LIST_COMPREHENSION;
          case DICT -> Scope.Kind.DICT_COMPREHENSION;
          case SET -> Scope.Kind.SET_COMPREHENSION;
          case GENERATOR -> Scope.Kind.GENERATOR;
        };
    Scope inner = context.inner(kind, e, null, context.scope.emitter);
    emitter.makeFunction(inner, false);
    compile(((Ast.ForClause) e.clauses().get(0)).iterable());
    if (kind == Scope.Kind.GENERATOR) {
      emitter.op(Opcode.GET_ITER);
    }
    emitter.call(false, 1, 0, false);
  }

  private void slice(Ast.Slice e) {
    compileOrNone(e.start());
    compileOrNone(e.stop());
    if (e.step() != null) {
      compile(e.step());
    }
    emitter.op(Opcode.BUILD_SLICE, e.step() != null ? 3 : 2);
  }

  private void compileOrNone(Expression expression) {
    if (expression != null) {
      compile(expression);
    } else {
      emitter.loadNone();
    }
  }

  // ---- attributes, calls, indexes ----

  private void postfix(Expression base, List<Ast.Trailer> trailers) {
    compile(base);
    int i = 0;
    if (isSuperCall(base, trailers)) {
      i = superCall(trailers);
    }
    for (; i < trailers.size(); i++) {
      if (isMethodCall(trailers, i)) {
        emitter.op(Opcode.LOAD_METHOD, ((Ast.AttributeTrailer) trailers.get(i)).name());
        i++;
        arguments(((Ast.CallTrailer) trailers.get(i)).arguments(), true, 0);
      } else {
        trailer(trailers.get(i));
      }
    }
  }

  /** {@code .name(...)} needs no bound method. */
  private static boolean isMethodCall(List<Ast.Trailer> trailers, int i) {
    return i + 1 < trailers.size()
        && trailers.get(i) instanceof Ast.AttributeTrailer
        && trailers.get(i + 1) instanceof Ast.CallTrailer;
  }

  /** {@code super()} inside a function. */
  private boolean isSuperCall(Expression base, List<Ast.Trailer> trailers) {
    return context.scope.kind == Scope.Kind.FUNCTION
        && base instanceof Ast.Name name
        && name.name().equals("super")
        && !trailers.isEmpty()
        && trailers.get(0) instanceof Ast.CallTrailer call
        && call.arguments().isEmpty();
  }

  /**
   * {@code super -> value}: adds the class and the first argument. Returns how many trailers are
   * done.
   */
  private int superCall(List<Ast.Trailer> trailers) {
    emitter.loadName("__class__");
    emitter.loadName(firstParameter(trailers.get(0)));
    if (isMethodCall(trailers, 1)) {
      emitter.op(Opcode.LOAD_SUPER_METHOD, ((Ast.AttributeTrailer) trailers.get(1)).name());
      arguments(((Ast.CallTrailer) trailers.get(2)).arguments(), true, 0);
      return 3;
    }
    emitter.call(false, 2, 0, false);
    return 1;
  }

  private String firstParameter(Ast.Trailer call) {
    for (Scope.Identifier identifier : context.scope.identifiers) {
      if (identifier.isParameter()) {
        return identifier.name;
      }
    }
    throw context.error(call, "super() can't find self");
  }

  /** {@code x -> value}: one trailer on its own. */
  void trailer(Ast.Trailer trailer) {
    emitter.line(trailer.position().line());
    if (trailer instanceof Ast.AttributeTrailer t) {
      emitter.op(Opcode.LOAD_ATTR, t.name());
    } else if (trailer instanceof Ast.IndexTrailer t) {
      compile(t.index());
      emitter.op(Opcode.LOAD_SUBSCR);
    } else {
      arguments(((Ast.CallTrailer) trailer).arguments(), false, 0);
    }
  }

  /**
   * {@code function [self] -> value}: adds the arguments and calls. {@code already} counts
   * positional arguments that are on the stack.
   */
  void arguments(List<Ast.Argument> arguments, boolean isMethod, int already) {
    if (context.isPycopy()) {
      new PycopyArguments(context, this).compile(arguments, isMethod, already);
      return;
    }
    int positional = already;
    int keyword = 0;
    long stars = 0;
    boolean hasDoubleStar = false;
    for (int i = 0; i < arguments.size(); i++) {
      Ast.Argument argument = arguments.get(i);
      checkOrder(argument, keyword, hasDoubleStar);
      switch (argument.kind()) {
        case STAR -> {
          if (i >= mostBeforeStar()) {
            throw context.error(argument, "too many args");
          }
          stars |= 1L << i;
          compile(argument.value());
          positional++;
        }
        case DOUBLE_STAR -> {
          hasDoubleStar = true;
          emitter.op(Opcode.LOAD_NULL);
          compile(argument.value());
          keyword++;
        }
        case KEYWORD -> {
          if (!(argument.name() instanceof Ast.Name name)) {
            throw context.error(argument, "LHS of keyword arg must be an id");
          }
          emitter.loadString(name.name());
          compile(argument.value());
          keyword++;
        }
        default -> {
          positionalArgument(argument);
          positional++;
        }
      }
      if (positional > 255 || keyword > 255) {
        throw context.error(argument, "too many args");
      }
    }
    boolean hasStars = stars != 0 || hasDoubleStar;
    if (hasStars && context.options.isSmall(stars)) {
      emitter.loadSmallInt(stars);
    } else if (hasStars) {
      emitter.loadConstant(stars);
    }
    emitter.call(isMethod, positional, keyword, hasStars);
  }

  /**
   * How many arguments there may be before {@code *more}: the reference marks them in a small int
   * of its own machine, and so does a file in one of the smallest; our own code has constants for
   * it.
   */
  private int mostBeforeStar() {
    return context.options.acceptsNative() ? 62 : context.options.smallIntBits() - 1;
  }

  private void checkOrder(Ast.Argument argument, int keyword, boolean hasDoubleStar) {
    if (argument.kind() == Ast.ArgumentKind.STAR) {
      if (hasDoubleStar) {
        throw context.error(argument, "* arg after **");
      }
      if (keyword > 0) {
        throw context.error(argument, "* arg after kwarg");
      }
    } else if (argument.kind() == Ast.ArgumentKind.PLAIN) {
      if (hasDoubleStar) {
        throw context.error(argument.value(), "positional arg after **");
      }
      if (keyword > 0) {
        throw context.error(argument.value(), "positional arg after keyword arg");
      }
    }
  }

  void positionalArgument(Ast.Argument argument) {
    switch (argument.kind()) {
      case NAMED -> named(argument.name(), argument.value());
      case GENERATOR -> comprehension((Ast.Comprehension) argument.value());
      default -> compile(argument.value());
    }
  }

  // ---- functions ----

  /** {@code -> function}: evaluates the default values first. */
  void makeFunction(Scope inner, List<Ast.Parameter> parameters) {
    boolean hasStar = false;
    int positional = 0;
    int keyword = 0;
    for (Ast.Parameter parameter : parameters) {
      if (parameter.kind() == Ast.ParameterKind.STAR) {
        hasStar = true;
      } else if (parameter.kind() == Ast.ParameterKind.DOUBLE_STAR) {
        continue;
      } else if (parameter.defaultValue() == null) {
        if (!hasStar && positional > 0) {
          throw context.error(parameter, "non-default argument follows default argument");
        }
      } else if (hasStar) {
        if (keyword++ == 0) {
          positionalDefaults(positional);
          emitter.op(Opcode.BUILD_MAP, 0);
        }
        compile(parameter.defaultValue());
        emitter.loadString(parameter.name());
        emitter.op(Opcode.STORE_MAP);
      } else {
        positional++;
        compile(parameter.defaultValue());
      }
    }
    if (positional > 0 && keyword == 0) {
      positionalDefaults(positional);
      emitter.op(Opcode.LOAD_NULL);
    }
    if (keyword > 0) {
      inner.flags |= CodeObject.FLAG_DEFKWARGS;
    }
    inner.defaultPositionalArgs = positional;
    emitter.makeFunction(inner, positional + keyword > 0);
  }

  private void positionalDefaults(int count) {
    if (count > 0) {
      emitter.op(Opcode.BUILD_TUPLE, count);
    } else {
      emitter.op(Opcode.LOAD_NULL);
    }
  }

  // ---- generators and coroutines ----

  private boolean isInFunction() {
    return context.scope.kind == Scope.Kind.FUNCTION || context.scope.kind == Scope.Kind.LAMBDA;
  }

  private void yieldExpression(Ast.Yield e) {
    if (!isInFunction()) {
      throw context.error(e, "'yield' outside function");
    }
    compileOrNone(e.value());
    if (e.isFrom()) {
      yieldFrom();
    } else {
      emitter.suspend(Opcode.YIELD_VALUE);
    }
  }

  private void await(Ast.Await e) {
    if (!isInFunction() && !context.options.allowsTopLevelAwait()) {
      throw context.error(e, "'await' outside function");
    }
    postfix(e.base(), e.trailers());
    yieldFrom();
  }

  /** {@code iterable -> result}. */
  void yieldFrom() {
    emitter.op(Opcode.GET_ITER);
    emitter.loadNone();
    emitter.suspend(Opcode.YIELD_FROM);
  }

  /** {@code object -> result}: {@code await object.method()}. */
  void awaitMethod(String method) {
    emitter.op(Opcode.LOAD_METHOD, method);
    emitter.call(true, 0, 0, false);
    yieldFrom();
  }
}
