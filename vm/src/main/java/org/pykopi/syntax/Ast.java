package org.pykopi.syntax;

import java.math.BigInteger;
import java.util.List;

/**
 * The syntax tree: records, immutable by agreement.
 *
 * <p>A node's {@link Position} is where its grammar rule began. Parentheses around one expression
 * leave no node, but they do move the beginning of a rule whose first token they are: in {@code
 * (\na).b} the {@link Postfix} begins at the parenthesis and the {@link Name} on the next line.
 *
 * <p>The tree keeps the shape of the grammar where that shape decides which code is made: operators
 * of one level are one flat chain, and so are the trailers after an atom. {@code a.b(c)} is one
 * {@link Postfix} with two trailers, while {@code (a.b)(c)} is a {@link Postfix} around another.
 * Flat chains also keep a long source line from becoming a deep tree.
 *
 * <p>An f-string is not a node. The lexer turns {@code f"{a}b"} into {@code "{}b".format((a),)} as
 * the reference does, so it arrives here as a {@link Postfix}.
 *
 * <p>The parser accepts what the grammar allows. Whether a target can be assigned, where {@code
 * yield} may stand, and the order of arguments are for the compiler to judge; the nodes keep what
 * it needs for that.
 */
public final class Ast {
  private Ast() {}

  /**
   * Line and column of a token's first character, both from 1; the column counts characters, not
   * tab stops.
   */
  public record Position(int line, int column) {}

  /** Anything with a place in the source. */
  public interface Node {
    Position position();
  }

  /** A whole source text: module, interactive statement or expression. */
  public sealed interface Root {
    /** A file; also an interactive input, whose expression statements are printed. */
    record Module(List<Statement> body) implements Root {}

    /** The argument of {@code eval}. */
    record Eval(Expression value) implements Root {}
  }

  // ---- statements ----

  /** One statement; a suite is a list of them. */
  public sealed interface Statement extends Node {}

  /** An expression for its effect; as an interactive input its value is printed. */
  public record ExpressionStatement(Position position, Expression value) implements Statement {}

  /** {@code yield x} standing alone, which is never printed. */
  public record YieldStatement(Position position, Yield value) implements Statement {}

  /** {@code a = b = value}; targets from left to right. */
  public record Assign(Position position, List<Expression> targets, Expression value)
      implements Statement {}

  /** {@code target: annotation = value}; the value may be null. */
  public record AnnotatedAssign(
      Position position, Expression target, Expression annotation, Expression value)
      implements Statement {}

  /** {@code target op= value}. */
  public record AugmentedAssign(
      Position position, Expression target, BinaryOperator operator, Expression value)
      implements Statement {}

  /** {@code del a, b[0]}; several targets are one unparenthesised {@link TupleDisplay}. */
  public record Delete(Position position, Expression target) implements Statement {}

  public record Pass(Position position) implements Statement {}

  public record Break(Position position) implements Statement {}

  public record Continue(Position position) implements Statement {}

  /** The value may be null. */
  public record Return(Position position, Expression value) implements Statement {}

  /** {@code raise exception from cause}; both may be null. */
  public record Raise(Position position, Expression exception, Expression cause)
      implements Statement {}

  public record Import(Position position, List<ImportedModule> modules) implements Statement {}

  /** {@code a.b as c}; the alias may be null. */
  public record ImportedModule(List<String> path, String alias) {}

  /**
   * {@code from ..path import names}; {@code names} is null for {@code *}, the path may be empty.
   */
  public record ImportFrom(
      Position position, int level, List<String> path, List<ImportedName> names)
      implements Statement {}

  /** {@code name as alias}; the alias may be null. */
  public record ImportedName(String name, String alias) {}

  public record Global(Position position, List<String> names) implements Statement {}

  public record Nonlocal(Position position, List<String> names) implements Statement {}

  /** The message may be null. */
  public record Assert(Position position, Expression condition, Expression message)
      implements Statement {}

  /**
   * {@code if} and its {@code elif}s in order; {@code orElse} is null when there is no else part.
   */
  public record If(Position position, List<Branch> branches, List<Statement> orElse)
      implements Statement {}

  /** {@code if condition: body}; the position is that of {@code if} or {@code elif}. */
  public record Branch(Position position, Expression condition, List<Statement> body)
      implements Node {}

  /** {@code orElse} is null when there is no else part. */
  public record While(
      Position position, Expression condition, List<Statement> body, List<Statement> orElse)
      implements Statement {}

  /**
   * {@code orElse} is null when there is no else part; position of {@code for} or {@code async}.
   */
  public record For(
      Position position,
      boolean isAsync,
      Expression target,
      Expression iterable,
      List<Statement> body,
      List<Statement> orElse)
      implements Statement {}

  /**
   * {@code orElse} and {@code last} (the finally part) are null when absent; handlers may be empty.
   */
  public record Try(
      Position position,
      List<Statement> body,
      List<Handler> handlers,
      List<Statement> orElse,
      List<Statement> last)
      implements Statement {}

  /** {@code except type as name: body}; type and name may be null. */
  public record Handler(Position position, Expression type, String name, List<Statement> body)
      implements Node {}

  public record With(Position position, boolean isAsync, List<WithItem> items, List<Statement> body)
      implements Statement {}

  /** {@code context as target}; the target may be null. */
  public record WithItem(Position position, Expression context, Expression target)
      implements Node {}

  /** {@code returns} (the annotation) may be null; position of {@code def} or {@code async}. */
  public record FunctionDefinition(
      Position position,
      boolean isAsync,
      String name,
      List<Parameter> parameters,
      Expression returns,
      List<Statement> body)
      implements Statement {}

  /** {@code class name(arguments): body}; without parentheses the arguments are empty. */
  public record ClassDefinition(
      Position position, String name, List<Argument> arguments, List<Statement> body)
      implements Statement {}

  /** A function or class with its decorators, first one on top. */
  public record Decorated(Position position, List<Decorator> decorators, Statement definition)
      implements Statement {}

  /** {@code @a.b(args)}; the call is null when there are no parentheses. */
  public record Decorator(Position position, List<String> path, CallTrailer call) implements Node {}

  /** One parameter of a function or lambda; annotation and default may be null. */
  public record Parameter(
      Position position,
      ParameterKind kind,
      String name,
      Expression annotation,
      Expression defaultValue)
      implements Node {}

  /** {@code a}, {@code *a} (or a bare {@code *}, whose name is null), {@code **a}. */
  public enum ParameterKind {
    PLAIN,
    STAR,
    DOUBLE_STAR
  }

  // ---- expressions ----

  /** One expression. */
  public sealed interface Expression extends Node {}

  public record Name(Position position, String name) implements Expression {}

  public record IntLiteral(Position position, BigInteger value) implements Expression {}

  public record FloatLiteral(Position position, double value) implements Expression {}

  /** {@code 2j}; the value is the imaginary part. */
  public record ImaginaryLiteral(Position position, double value) implements Expression {}

  public record StringLiteral(Position position, String value) implements Expression {}

  public record BytesLiteral(Position position, byte[] value) implements Expression {}

  public record ConstantLiteral(Position position, ConstantName name) implements Expression {}

  /** Constants that are words; {@code __debug__} becomes True or False when compiled. */
  public enum ConstantName {
    NONE,
    TRUE,
    FALSE,
    ELLIPSIS,
    DEBUG
  }

  /**
   * A tuple. {@code tail} is where its second item began, or its first when there is no third one
   * and no comma behind the second; a constant tuple in parentheses is placed there by the
   * reference. {@code isParenthesised} tells {@code (a, b)} from {@code a, b}.
   */
  public record TupleDisplay(
      Position position, Position tail, boolean isParenthesised, List<Expression> items)
      implements Expression {}

  public record ListDisplay(Position position, List<Expression> items) implements Expression {}

  /**
   * {@code {...}}: a dict when empty or when the first item has a value, else a set. The grammar
   * allows a mixture, the compiler does not. {@code inner} is where the first item began, null when
   * empty.
   */
  public record BraceDisplay(Position position, Position inner, List<BraceItem> items)
      implements Expression {}

  /** {@code key: value}; the value is null for an item of a set. */
  public record BraceItem(Position position, Expression key, Expression value) implements Node {}

  /**
   * A comprehension or generator. The position is that of the opening bracket, {@code inner} where
   * the element began. For a generator that is a bare argument ({@link ArgumentKind#GENERATOR})
   * both are the same. {@code value} is null unless it makes a dict.
   */
  public record Comprehension(
      Position position,
      Position inner,
      ComprehensionKind kind,
      Expression element,
      Expression value,
      List<Clause> clauses)
      implements Expression {}

  public enum ComprehensionKind {
    LIST,
    SET,
    DICT,
    GENERATOR
  }

  /**
   * {@code for} or {@code if} inside a comprehension, in source order; the first is a {@link
   * ForClause}.
   */
  public sealed interface Clause extends Node {}

  public record ForClause(Position position, Expression target, Expression iterable)
      implements Clause {}

  public record IfClause(Position position, Expression condition) implements Clause {}

  /** {@code *value}: in targets, and wherever the grammar lets it through. */
  public record Starred(Position position, Expression value) implements Expression {}

  /** {@code target := value}; the compiler checks that the target is a name. */
  public record NamedExpression(Position position, Expression target, Expression value)
      implements Expression {}

  public record Lambda(Position position, List<Parameter> parameters, Expression body)
      implements Expression {}

  /** {@code body if condition else orElse}. */
  public record Conditional(
      Position position, Expression body, Expression condition, Expression orElse)
      implements Expression {}

  /** {@code a or b or c}, or the same with {@code and}; at least two operands. */
  public record BooleanChain(Position position, boolean isOr, List<Expression> operands)
      implements Expression {}

  public record Not(Position position, Expression operand) implements Expression {}

  /** {@code first < a <= b ...}; at least one step. */
  public record Comparison(Position position, Expression first, List<ComparisonStep> steps)
      implements Expression {}

  public record ComparisonStep(ComparisonOperator operator, Expression operand) {}

  public enum ComparisonOperator {
    LESS("<"),
    MORE(">"),
    EQUAL("=="),
    LESS_EQUAL("<="),
    MORE_EQUAL(">="),
    NOT_EQUAL("!="),
    IN("in"),
    NOT_IN("not in"),
    IS("is"),
    IS_NOT("is not");

    public final String text;

    ComparisonOperator(String text) {
      this.text = text;
    }
  }

  /**
   * Operators of one level of precedence from left to right: {@code first + a - b}; at least one
   * step.
   */
  public record BinaryChain(Position position, Expression first, List<BinaryStep> steps)
      implements Expression {}

  public record BinaryStep(BinaryOperator operator, Expression operand) {}

  /** Binary operators except {@code **}, which has its own node but is listed for {@code **=}. */
  public enum BinaryOperator {
    OR("|"),
    XOR("^"),
    AND("&"),
    LEFT_SHIFT("<<"),
    RIGHT_SHIFT(">>"),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    MATRIX_MULTIPLY("@"),
    DIVIDE("/"),
    MODULO("%"),
    FLOOR_DIVIDE("//"),
    POWER("**");

    public final String text;

    BinaryOperator(String text) {
      this.text = text;
    }
  }

  public record Unary(Position position, UnaryOperator operator, Expression operand)
      implements Expression {}

  public enum UnaryOperator {
    POSITIVE("+"),
    NEGATIVE("-"),
    INVERT("~");

    public final String text;

    UnaryOperator(String text) {
      this.text = text;
    }
  }

  /** {@code base ** exponent}. */
  public record Power(Position position, Expression base, Expression exponent)
      implements Expression {}

  /** {@code await base trailers}; the trailers may be empty. */
  public record Await(Position position, Expression base, List<Trailer> trailers)
      implements Expression {}

  /** An atom with at least one trailer: {@code base.name(args)[index]...}. */
  public record Postfix(Position position, Expression base, List<Trailer> trailers)
      implements Expression {}

  /** What follows an atom; its position is that of {@code .}, {@code (} or {@code [}. */
  public sealed interface Trailer extends Node {}

  public record AttributeTrailer(Position position, String name) implements Trailer {}

  public record CallTrailer(Position position, List<Argument> arguments) implements Trailer {}

  /** The index is a {@link Slice}, a {@link TupleDisplay} without parentheses or any expression. */
  public record IndexTrailer(Position position, Expression index) implements Trailer {}

  /**
   * {@code name} is set for KEYWORD (as written before the =) and NAMED (before the :=), else null.
   */
  public record Argument(Position position, ArgumentKind kind, Expression name, Expression value)
      implements Node {}

  /**
   * {@code a}, {@code *a}, {@code **a}, {@code k=a}, {@code k:=a}, and a bare {@code a for ...}.
   */
  public enum ArgumentKind {
    PLAIN,
    STAR,
    DOUBLE_STAR,
    KEYWORD,
    NAMED,
    GENERATOR
  }

  /** {@code start:stop:step} inside an index; each may be null. */
  public record Slice(Position position, Expression start, Expression stop, Expression step)
      implements Expression {}

  /** {@code yield}, {@code yield value}, {@code yield from value}; the value may be null. */
  public record Yield(Position position, boolean isFrom, Expression value) implements Expression {}

  /**
   * A value the compiler computed; the parser never makes one. The value is of a kind that a
   * constant table holds ({@code bytecode.ConstantPool}). A leaf is loaded without a table and has
   * no line of its own; line 0 means no line as well.
   */
  public record Constant(Position position, Object value, boolean isLeaf) implements Expression {}
}
