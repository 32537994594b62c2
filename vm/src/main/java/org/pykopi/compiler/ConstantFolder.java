package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.bytecode.ComplexConstant;
import org.pykopi.bytecode.Constant;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.Ast.Statement;
import org.pykopi.syntax.PySyntaxError;

/**
 * Rewrites a tree so that every constant is an {@link Ast.Constant}.
 *
 * <ul>
 *   <li>Arithmetic with numbers is done if all operands of one {@link Ast.BinaryChain} are numbers.
 *   <li>{@code not}, {@code and}, {@code or} are shortened where operands are constant.
 *   <li>A tuple of constants is a constant.
 *   <li>After {@code X = const(value)}, in any scope, the name X means the value in the rest of the
 *       file. If the name starts with an underscore, the assignment itself is dropped.
 *   <li>{@code math.pi} and its kin are constants.
 * </ul>
 *
 * <p>Pycopy computes with ints only, takes only ints, True and False for known truth values, and a
 * tuple is no constant.
 *
 * <p>It visits the tree in the order of the source, because both {@code const} and {@link
 * KnownNames} depend on what came before. Names are looked up without regard to scopes, as in the
 * reference.
 */
final class ConstantFolder {
  private static final Position NOWHERE = new Position(0, 0);

  private static final Map<String, Double> MATH =
      Map.of(
          "e", Math.E,
          "pi", Math.PI,
          "tau", 2 * Math.PI,
          "inf", Double.POSITIVE_INFINITY,
          "nan", Double.NaN);

  private final CompileOptions options;
  private final KnownNames knownNames;
  private final boolean isPycopy;
  private final Map<String, Object> constants = new HashMap<>();

  private ConstantFolder(String fileName, CompileOptions options) {
    this.options = options;
    this.knownNames = new KnownNames(fileName, options.profile());
    this.isPycopy = options.profile().isPycopy();
  }

  /** Gives the rewritten tree; the given one stays as it is. */
  static Ast.Root fold(Ast.Root root, String fileName, CompileOptions options) {
    ConstantFolder folder = new ConstantFolder(fileName, options);
    if (root instanceof Ast.Root.Module module) {
      return new Ast.Root.Module(folder.suite(module.body()));
    }
    return new Ast.Root.Eval(folder.expression(((Ast.Root.Eval) root).value()));
  }

  /** Whether the expression is known to be true (or, as asked, false) without running it. */
  static boolean isConstant(Expression expression, boolean truth, CompileOptions options) {
    boolean isPycopy = options.profile().isPycopy();
    if (expression instanceof Ast.Constant constant) {
      Object value = constant.value();
      boolean isKnown =
          value == Constant.TRUE
              || value == Constant.FALSE
              || constant.isLeaf() && value instanceof Long;
      return (isKnown || !isPycopy) && ConstantArithmetic.isTrue(value) == truth;
    }
    return !isPycopy && !truth && isEmptyTuple(expression);
  }

  private static boolean isEmptyTuple(Expression expression) {
    return expression instanceof Ast.TupleDisplay tuple && tuple.items().isEmpty();
  }

  // ---- statements ----

  private List<Statement> suite(List<Statement> statements) {
    if (statements == null) {
      return null;
    }
    List<Statement> result = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      Statement folded = statement(statement);
      if (folded == null) {
        // A dropped constant has no line, but a suite of several statements starts where its first
        // one does.
        boolean startsSuite = result.isEmpty() && statements.size() > 1;
        folded = new Ast.Pass(startsSuite ? statement.position() : NOWHERE);
      }
      result.add(folded);
    }
    return result;
  }

  /** Gives null for an assignment of a private constant. */
  private Statement statement(Statement statement) {
    if (statement instanceof Ast.ExpressionStatement s) {
      return new Ast.ExpressionStatement(s.position(), expression(s.value()));
    }
    if (statement instanceof Ast.Assign s) {
      return assign(s);
    }
    if (statement instanceof Ast.AugmentedAssign s) {
      Expression target = expression(s.target());
      return new Ast.AugmentedAssign(s.position(), target, s.operator(), expression(s.value()));
    }
    if (statement instanceof Ast.AnnotatedAssign s) {
      return annotatedAssign(s);
    }
    if (statement instanceof Ast.Return s) {
      return new Ast.Return(s.position(), expression(s.value()));
    }
    if (statement instanceof Ast.YieldStatement s) {
      return new Ast.YieldStatement(s.position(), yieldExpression(s.value()));
    }
    if (statement instanceof Ast.Delete s) {
      return new Ast.Delete(s.position(), expression(s.target()));
    }
    if (statement instanceof Ast.Raise s) {
      Expression exception = expression(s.exception());
      return new Ast.Raise(s.position(), exception, expression(s.cause()));
    }
    if (statement instanceof Ast.Assert s) {
      Expression condition = expression(s.condition());
      return new Ast.Assert(s.position(), condition, expression(s.message()));
    }
    return isCompound(statement) ? compound(statement) : namesOnly(statement);
  }

  private static boolean isCompound(Statement statement) {
    return statement instanceof Ast.If
        || statement instanceof Ast.While
        || statement instanceof Ast.For
        || statement instanceof Ast.Try
        || statement instanceof Ast.With
        || statement instanceof Ast.FunctionDefinition
        || statement instanceof Ast.ClassDefinition
        || statement instanceof Ast.Decorated;
  }

  private Statement compound(Statement statement) {
    if (statement instanceof Ast.If s) {
      List<Ast.Branch> branches = new ArrayList<>(s.branches().size());
      for (Ast.Branch branch : s.branches()) {
        Expression condition = expression(branch.condition());
        branches.add(new Ast.Branch(branch.position(), condition, suite(branch.body())));
      }
      return new Ast.If(s.position(), branches, suite(s.orElse()));
    }
    if (statement instanceof Ast.While s) {
      Expression condition = expression(s.condition());
      List<Statement> body = suite(s.body());
      return new Ast.While(s.position(), condition, body, suite(s.orElse()));
    }
    if (statement instanceof Ast.For s) {
      Expression target = expression(s.target());
      Expression iterable = expression(s.iterable());
      List<Statement> body = suite(s.body());
      return new Ast.For(s.position(), s.isAsync(), target, iterable, body, suite(s.orElse()));
    }
    if (statement instanceof Ast.Try s) {
      return tryStatement(s);
    }
    if (statement instanceof Ast.With s) {
      List<Ast.WithItem> items = new ArrayList<>(s.items().size());
      for (Ast.WithItem item : s.items()) {
        Expression context = expression(item.context());
        items.add(new Ast.WithItem(item.position(), context, expression(item.target())));
      }
      return new Ast.With(s.position(), s.isAsync(), items, suite(s.body()));
    }
    return definition(statement);
  }

  private Statement tryStatement(Ast.Try s) {
    List<Statement> body = suite(s.body());
    List<Ast.Handler> handlers = new ArrayList<>(s.handlers().size());
    for (Ast.Handler handler : s.handlers()) {
      Expression type = expression(handler.type());
      if (handler.name() != null) {
        knownNames.add(handler.name());
      }
      handlers.add(
          new Ast.Handler(handler.position(), type, handler.name(), suite(handler.body())));
    }
    List<Statement> orElse = suite(s.orElse());
    return new Ast.Try(s.position(), body, handlers, orElse, suite(s.last()));
  }

  private Statement definition(Statement statement) {
    if (statement instanceof Ast.FunctionDefinition s) {
      knownNames.add(s.name());
      List<Ast.Parameter> parameters = parameters(s.parameters());
      Expression returns = expression(s.returns());
      return new Ast.FunctionDefinition(
          s.position(), s.isAsync(), s.name(), parameters, returns, suite(s.body()));
    }
    if (statement instanceof Ast.ClassDefinition s) {
      knownNames.add(s.name());
      List<Ast.Argument> arguments = arguments(s.arguments());
      return new Ast.ClassDefinition(s.position(), s.name(), arguments, suite(s.body()));
    }
    Ast.Decorated s = (Ast.Decorated) statement;
    List<Ast.Decorator> decorators = new ArrayList<>(s.decorators().size());
    for (Ast.Decorator decorator : s.decorators()) {
      addNames(decorator.path());
      Ast.CallTrailer call = decorator.call();
      if (call != null) {
        call = new Ast.CallTrailer(call.position(), arguments(call.arguments()));
      }
      decorators.add(new Ast.Decorator(decorator.position(), decorator.path(), call));
    }
    return new Ast.Decorated(s.position(), decorators, definition(s.definition()));
  }

  private List<Ast.Parameter> parameters(List<Ast.Parameter> parameters) {
    List<Ast.Parameter> result = new ArrayList<>(parameters.size());
    for (Ast.Parameter p : parameters) {
      if (p.name() != null) {
        knownNames.add(p.name());
      }
      Expression annotation = expression(p.annotation());
      Expression defaultValue = expression(p.defaultValue());
      result.add(new Ast.Parameter(p.position(), p.kind(), p.name(), annotation, defaultValue));
    }
    return result;
  }

  /** Notes the names of statements that hold no expression. */
  private Statement namesOnly(Statement statement) {
    if (statement instanceof Ast.Import s) {
      for (Ast.ImportedModule module : s.modules()) {
        addNames(module.path());
        addName(module.alias());
      }
    } else if (statement instanceof Ast.ImportFrom s) {
      addNames(s.path());
      if (s.names() != null) {
        for (Ast.ImportedName name : s.names()) {
          addName(name.name());
          addName(name.alias());
        }
      }
    } else if (statement instanceof Ast.Global s) {
      addNames(s.names());
    } else if (statement instanceof Ast.Nonlocal s) {
      addNames(s.names());
    }
    return statement;
  }

  private void addNames(List<String> names) {
    for (String name : names) {
      knownNames.add(name);
    }
  }

  private void addName(String name) {
    if (name != null) {
      knownNames.add(name);
    }
  }

  // ---- const() ----

  private Statement assign(Ast.Assign s) {
    List<Expression> targets = expressions(s.targets());
    Expression value = expression(s.value());
    if (targets.size() == 1 && targets.get(0) instanceof Ast.Name name && isConstCall(value)) {
      return defineConstant(s.position(), name, (Ast.Postfix) value);
    }
    return new Ast.Assign(s.position(), targets, value);
  }

  private Statement annotatedAssign(Ast.AnnotatedAssign s) {
    Expression target = expression(s.target());
    Expression annotation = expression(s.annotation());
    Expression value = expression(s.value());
    if (target instanceof Ast.Name name && isConstCall(value) && !isPycopy) {
      return defineConstant(s.position(), name, (Ast.Postfix) value);
    }
    return new Ast.AnnotatedAssign(s.position(), target, annotation, value);
  }

  static boolean isConstCall(Expression value) {
    return value instanceof Ast.Postfix postfix
        && postfix.base() instanceof Ast.Name name
        && name.name().equals("const")
        && postfix.trailers().size() == 1
        && postfix.trailers().get(0) instanceof Ast.CallTrailer;
  }

  private Statement defineConstant(Position position, Ast.Name name, Ast.Postfix constCall) {
    Expression value = constArgument(constCall);
    boolean keepsCall = isPycopy && options.isStrict();
    Expression kept = keepsCall ? constCall : value;
    if (isPycopy && value != null && !ConstantArithmetic.isInt(valueOf(value))) {
      return new Ast.Assign(position, List.of(name), kept);
    }
    if (!isConstant(value)) {
      throw new PySyntaxError(constCall.position(), "not a constant");
    }
    constants.put(name.name(), valueOf(value));
    if (name.name().startsWith("_")) {
      return null;
    }
    return new Ast.Assign(position, List.of(name), kept);
  }

  /** The argument of {@code const(...)}; null when there is not one plain argument. */
  static Expression constArgument(Ast.Postfix constCall) {
    List<Ast.Argument> arguments = ((Ast.CallTrailer) constCall.trailers().get(0)).arguments();
    boolean isPlain = arguments.size() == 1 && arguments.get(0).kind() == Ast.ArgumentKind.PLAIN;
    return isPlain ? arguments.get(0).value() : null;
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof Ast.Constant || isEmptyTuple(expression);
  }

  private static Object valueOf(Expression expression) {
    return expression instanceof Ast.Constant constant ? constant.value() : new Object[0];
  }

  // ---- expressions ----

  private List<Expression> expressions(List<Expression> list) {
    List<Expression> result = new ArrayList<>(list.size());
    for (Expression expression : list) {
      result.add(expression(expression));
    }
    return result;
  }

  /** Null stays null. */
  private Expression expression(Expression expression) {
    if (expression instanceof Ast.Name e) {
      return name(e);
    }
    if (expression instanceof Ast.Postfix e) {
      return postfix(e);
    }
    if (expression instanceof Ast.BinaryChain e) {
      return binaryChain(e);
    }
    if (expression instanceof Ast.Comparison e) {
      return comparison(e);
    }
    if (expression instanceof Ast.BooleanChain e) {
      return booleanChain(e);
    }
    if (expression instanceof Ast.Not e) {
      return not(e);
    }
    if (expression instanceof Ast.Unary e) {
      return unary(e);
    }
    if (expression instanceof Ast.Power e) {
      return power(e);
    }
    if (expression instanceof Ast.TupleDisplay e) {
      return tuple(e);
    }
    if (expression instanceof Ast.Conditional e) {
      Expression body = expression(e.body());
      Expression condition = expression(e.condition());
      return new Ast.Conditional(e.position(), body, condition, expression(e.orElse()));
    }
    if (expression instanceof Ast.Lambda e) {
      List<Ast.Parameter> parameters = parameters(e.parameters());
      return new Ast.Lambda(e.position(), parameters, expression(e.body()));
    }
    Expression literal = literal(expression);
    return literal != null ? literal : otherExpression(expression);
  }

  private Expression otherExpression(Expression expression) {
    if (expression instanceof Ast.ListDisplay e) {
      return new Ast.ListDisplay(e.position(), expressions(e.items()));
    }
    if (expression instanceof Ast.BraceDisplay e) {
      return brace(e);
    }
    if (expression instanceof Ast.Comprehension e) {
      return comprehension(e);
    }
    if (expression instanceof Ast.Slice e) {
      Expression start = expression(e.start());
      Expression stop = expression(e.stop());
      return new Ast.Slice(e.position(), start, stop, expression(e.step()));
    }
    if (expression instanceof Ast.Await e) {
      Expression base = expression(e.base());
      return new Ast.Await(e.position(), base, trailers(e.trailers()));
    }
    if (expression instanceof Ast.Starred e) {
      return new Ast.Starred(e.position(), expression(e.value()));
    }
    if (expression instanceof Ast.NamedExpression e) {
      Expression target = expression(e.target());
      return new Ast.NamedExpression(e.position(), target, expression(e.value()));
    }
    return expression instanceof Ast.Yield e ? yieldExpression(e) : null;
  }

  private Ast.Yield yieldExpression(Ast.Yield e) {
    return new Ast.Yield(e.position(), e.isFrom(), expression(e.value()));
  }

  private Expression name(Ast.Name e) {
    Object value = constants.get(e.name());
    if (value != null) {
      return constant(e.position(), value);
    }
    knownNames.add(e.name());
    return e;
  }

  /** A constant that is not written as such in the source; a small int is a leaf all the same. */
  private Ast.Constant constant(Position position, Object value) {
    return new Ast.Constant(position, value, isSmallInt(value));
  }

  /** Pycopy's compiler decides later, when the tree is done; it has 63 bits itself. */
  private boolean isSmallInt(Object value) {
    if (!(value instanceof Long number)) {
      return false;
    }
    return isPycopy ? number >> 62 == 0 || number >> 62 == -1 : options.isSmall(number);
  }

  /** Gives null when the expression is no literal. */
  private Expression literal(Expression expression) {
    if (expression instanceof Ast.IntLiteral e) {
      return constant(e.position(), ConstantArithmetic.intOf(e.value()));
    }
    if (expression instanceof Ast.StringLiteral e) {
      return new Ast.Constant(e.position(), e.value(), knownNames.contains(e.value()));
    }
    if (expression instanceof Ast.FloatLiteral e) {
      return new Ast.Constant(e.position(), e.value(), false);
    }
    if (expression instanceof Ast.ImaginaryLiteral e) {
      return new Ast.Constant(e.position(), new ComplexConstant(0, e.value()), false);
    }
    if (expression instanceof Ast.BytesLiteral e) {
      return new Ast.Constant(e.position(), e.value(), isPycopy && knownNames.contains(e.value()));
    }
    if (expression instanceof Ast.ConstantLiteral e) {
      Constant value =
          switch (e.name()) {
            case NONE -> Constant.NONE;
            case TRUE -> Constant.TRUE;
            case FALSE -> Constant.FALSE;
            case ELLIPSIS -> Constant.ELLIPSIS;
            case DEBUG -> options.optimisation() == 0 ? Constant.TRUE : Constant.FALSE;
          };
      return new Ast.Constant(e.position(), value, true);
    }
    return null;
  }

  // ---- displays and trailers ----

  private Expression tuple(Ast.TupleDisplay e) {
    List<Expression> items = expressions(e.items());
    Object[] values = new Object[items.size()];
    for (int i = 0; i < values.length; i++) {
      Expression item = items.get(i);
      if (!isConstant(item)) {
        return new Ast.TupleDisplay(e.position(), e.tail(), e.isParenthesised(), items);
      }
      values[i] = valueOf(item);
    }
    if (values.length == 0 || isPycopy) {
      return new Ast.TupleDisplay(e.position(), e.tail(), e.isParenthesised(), items);
    }
    return new Ast.Constant(e.isParenthesised() ? e.tail() : e.position(), values, false);
  }

  private Expression brace(Ast.BraceDisplay e) {
    List<Ast.BraceItem> items = new ArrayList<>(e.items().size());
    for (Ast.BraceItem item : e.items()) {
      Expression key = expression(item.key());
      items.add(new Ast.BraceItem(item.position(), key, expression(item.value())));
    }
    return new Ast.BraceDisplay(e.position(), e.inner(), items);
  }

  private Expression comprehension(Ast.Comprehension e) {
    Expression element = expression(e.element());
    Expression value = expression(e.value());
    List<Ast.Clause> clauses = new ArrayList<>(e.clauses().size());
    for (Ast.Clause clause : e.clauses()) {
      if (clause instanceof Ast.ForClause c) {
        Expression target = expression(c.target());
        clauses.add(new Ast.ForClause(c.position(), target, expression(c.iterable())));
      } else if (clause instanceof Ast.IfClause c) {
        clauses.add(new Ast.IfClause(c.position(), expression(c.condition())));
      }
    }
    return new Ast.Comprehension(e.position(), e.inner(), e.kind(), element, value, clauses);
  }

  private Expression postfix(Ast.Postfix e) {
    Expression base = expression(e.base());
    List<Ast.Trailer> trailers = trailers(e.trailers());
    if (base instanceof Ast.Name module
        && module.name().equals("math")
        && !isPycopy
        && trailers.size() == 1
        && trailers.get(0) instanceof Ast.AttributeTrailer attribute) {
      Double value = MATH.get(attribute.name());
      if (value != null) {
        return new Ast.Constant(NOWHERE, value, false);
      }
    }
    return new Ast.Postfix(e.position(), base, trailers);
  }

  private List<Ast.Trailer> trailers(List<Ast.Trailer> trailers) {
    List<Ast.Trailer> result = new ArrayList<>(trailers.size());
    for (Ast.Trailer trailer : trailers) {
      if (trailer instanceof Ast.CallTrailer t) {
        result.add(new Ast.CallTrailer(t.position(), arguments(t.arguments())));
      } else if (trailer instanceof Ast.IndexTrailer t) {
        result.add(new Ast.IndexTrailer(t.position(), expression(t.index())));
      } else {
        knownNames.add(((Ast.AttributeTrailer) trailer).name());
        result.add(trailer);
      }
    }
    return result;
  }

  private List<Ast.Argument> arguments(List<Ast.Argument> arguments) {
    List<Ast.Argument> result = new ArrayList<>(arguments.size());
    for (Ast.Argument a : arguments) {
      Expression name = expression(a.name());
      result.add(new Ast.Argument(a.position(), a.kind(), name, expression(a.value())));
    }
    return result;
  }

  // ---- operators ----

  private Expression binaryChain(Ast.BinaryChain e) {
    Expression first = expression(e.first());
    boolean isBig = isBig(first);
    Object result = numberOf(first);
    List<Ast.BinaryStep> steps = new ArrayList<>(e.steps().size());
    for (Ast.BinaryStep step : e.steps()) {
      Expression operand = expression(step.operand());
      steps.add(new Ast.BinaryStep(step.operator(), operand));
      Object right = numberOf(operand);
      if (result != null) {
        boolean isNumber = right != null;
        result = isNumber ? binary(step.operator(), result, right) : null;
        isBig |= isBig(operand) || !isSmallInt(result);
      }
    }
    return result != null
        ? constant(result, isBig)
        : new Ast.BinaryChain(e.position(), first, steps);
  }

  private Object binary(Ast.BinaryOperator operator, Object left, Object right) {
    Object result = ConstantArithmetic.binary(operator, left, right);
    return isPycopy && result instanceof Double ? null : result;
  }

  private Expression power(Ast.Power e) {
    Expression base = expression(e.base());
    Expression exponent = expression(e.exponent());
    Object left = numberOf(base);
    Object right = numberOf(exponent);
    if (left != null && right != null) {
      Object result = binary(Ast.BinaryOperator.POWER, left, right);
      if (result != null) {
        return constant(result, isBig(base) || isBig(exponent));
      }
    }
    return new Ast.Power(e.position(), base, exponent);
  }

  private Expression unary(Ast.Unary e) {
    Expression operand = expression(e.operand());
    Object number = numberOf(operand);
    Object result = number == null ? null : ConstantArithmetic.unary(e.operator(), number);
    return result != null
        ? constant(result, isBig(operand))
        : new Ast.Unary(e.position(), e.operator(), operand);
  }

  /** A result; in Pycopy one that comes from a big int is a big int itself, however small. */
  private Ast.Constant constant(Object result, boolean isBig) {
    return isBig && isPycopy ? new Ast.Constant(NOWHERE, result, false) : constant(NOWHERE, result);
  }

  private static boolean isBig(Expression operand) {
    return operand instanceof Ast.Constant constant && !constant.isLeaf();
  }

  private Object numberOf(Expression expression) {
    boolean isNumber =
        expression instanceof Ast.Constant constant
            && (ConstantArithmetic.isInt(constant.value())
                || !isPycopy && ConstantArithmetic.isNumber(constant.value()));
    return isNumber ? ((Ast.Constant) expression).value() : null;
  }

  private Expression comparison(Ast.Comparison e) {
    Expression first = expression(e.first());
    List<Ast.ComparisonStep> steps = new ArrayList<>(e.steps().size());
    for (Ast.ComparisonStep step : e.steps()) {
      steps.add(new Ast.ComparisonStep(step.operator(), expression(step.operand())));
    }
    return new Ast.Comparison(e.position(), first, steps);
  }

  private Expression not(Ast.Not e) {
    Expression operand = expression(e.operand());
    boolean isTrue = isConstant(operand, true, options);
    if (!isTrue && !isConstant(operand, false, options)) {
      return new Ast.Not(e.position(), operand);
    }
    return new Ast.Constant(e.position(), isTrue ? Constant.FALSE : Constant.TRUE, true);
  }

  /** Drops operands that cannot be the result, and what follows one that always is. */
  private Expression booleanChain(Ast.BooleanChain e) {
    List<Expression> operands = expressions(e.operands());
    List<Expression> kept = new ArrayList<>(operands.size());
    int last = operands.size() - 1;
    for (int i = 0; i <= last; i++) {
      Expression operand = operands.get(i);
      boolean isNeutral = i < last && isConstant(operand, !e.isOr(), options);
      if (!isNeutral) {
        kept.add(operand);
      }
      if (isConstant(operand, e.isOr(), options)) {
        break;
      }
    }
    return kept.size() == 1 ? kept.get(0) : new Ast.BooleanChain(e.position(), e.isOr(), kept);
  }
}
