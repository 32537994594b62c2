package org.pykopi.syntax;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.syntax.Ast.Argument;
import org.pykopi.syntax.Ast.ArgumentKind;
import org.pykopi.syntax.Ast.BinaryOperator;
import org.pykopi.syntax.Ast.ComparisonOperator;
import org.pykopi.syntax.Ast.ComprehensionKind;
import org.pykopi.syntax.Ast.ConstantName;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.Ast.Parameter;
import org.pykopi.syntax.Ast.ParameterKind;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.Ast.Trailer;
import org.pykopi.syntax.Ast.UnaryOperator;

/**
 * Expressions, by recursive descent with one token of look-ahead. Operators are parsed by climbing
 * precedence, so that a level without operators costs no Java frame.
 *
 * <p>Where a list may end in a comma, the next token tells whether another item begins; these sets
 * of tokens are {@link #isTestStart} and {@link #isOperandStart}.
 */
final class ExpressionParser {
  /** Levels of the binary operators, loosest first: | ^ & shifts sums products. */
  private static final int LOOSEST = 0;

  private static final int NO_LEVEL = -1;

  private final TokenStream tokens;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
  }

  // ---- lists of expressions ----

  /** testlist: test (',' test)* [','] */
  Expression testlist() {
    Position start = tokens.position();
    Expression first = test();
    return tokens.isAt(TokenKind.COMMA) ? restOfTestlist(start, first, false) : first;
  }

  /** testlist_star_expr: (test | star_expr) (',' (test | star_expr))* [','] */
  Expression starredTestlist() {
    Position start = tokens.position();
    Expression first = testOrStarred();
    return tokens.isAt(TokenKind.COMMA) ? restOfTestlist(start, first, true) : first;
  }

  private Expression restOfTestlist(Position start, Expression first, boolean mayStar) {
    List<Expression> items = new ArrayList<>();
    items.add(first);
    Position tail = start;
    while (tokens.accept(TokenKind.COMMA)) {
      if (!isTestStart() && !(mayStar && tokens.isAt(TokenKind.STAR))) {
        break;
      }
      tail = items.size() == 1 ? tokens.position() : tail;
      items.add(mayStar ? testOrStarred() : test());
    }
    return new Ast.TupleDisplay(start, tail, false, items);
  }

  private Expression testOrStarred() {
    return tokens.isAt(TokenKind.STAR) ? starred() : test();
  }

  /** exprlist: (expr | star_expr) (',' (expr | star_expr))* [','] -- the targets of for and del. */
  Expression targets() {
    Position start = tokens.position();
    Expression first = operandOrStarred();
    if (!tokens.isAt(TokenKind.COMMA)) {
      return first;
    }
    List<Expression> items = new ArrayList<>();
    items.add(first);
    Position tail = start;
    while (tokens.accept(TokenKind.COMMA) && (isOperandStart() || tokens.isAt(TokenKind.STAR))) {
      tail = items.size() == 1 ? tokens.position() : tail;
      items.add(operandOrStarred());
    }
    return new Ast.TupleDisplay(start, tail, false, items);
  }

  private Expression operandOrStarred() {
    return tokens.isAt(TokenKind.STAR) ? starred() : operand();
  }

  /** star_expr: '*' expr */
  private Expression starred() {
    Position start = tokens.expect(TokenKind.STAR).position();
    return new Ast.Starred(start, operand());
  }

  /** yield_expr | testlist_star_expr -- the right side of an assignment. */
  Expression assignedValue() {
    return tokens.isAt(TokenKind.KW_YIELD) ? yieldExpression() : starredTestlist();
  }

  /** yield_expr: 'yield' ['from' test | testlist] */
  Ast.Yield yieldExpression() {
    Position start = tokens.expect(TokenKind.KW_YIELD).position();
    if (tokens.accept(TokenKind.KW_FROM)) {
      return new Ast.Yield(start, true, test());
    }
    return new Ast.Yield(start, false, isTestStart() ? testlist() : null);
  }

  /** Whether a test may begin with the current token. */
  boolean isTestStart() {
    return switch (tokens.kind()) {
      case KW_NOT, KW_LAMBDA -> true;
      default -> isOperandStart();
    };
  }

  /** Whether an operand of a binary operator may begin with the current token. */
  private boolean isOperandStart() {
    return switch (tokens.kind()) {
      case NAME, INTEGER, FLOAT_OR_IMAGINARY, STRING, BYTES, ELLIPSIS -> true;
      case KW_NONE, KW_TRUE, KW_FALSE, KW_DEBUG, KW_AWAIT -> true;
      case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE, PLUS, MINUS, TILDE -> true;
      default -> false;
    };
  }

  // ---- tests ----

  /** namedexpr_test: test [':=' test] */
  Expression namedTest() {
    Position start = tokens.position();
    Expression value = test();
    if (tokens.accept(TokenKind.WALRUS)) {
      return new Ast.NamedExpression(start, value, test());
    }
    return value;
  }

  /** test: or_test ['if' or_test 'else' test] | lambdef */
  Expression test() {
    if (tokens.isAt(TokenKind.KW_LAMBDA)) {
      return lambda(true);
    }
    Position start = tokens.position();
    Expression body = orTest();
    if (!tokens.accept(TokenKind.KW_IF)) {
      return body;
    }
    Expression condition = orTest();
    tokens.expect(TokenKind.KW_ELSE);
    tokens.enter();
    Expression orElse = test();
    tokens.leave();
    return new Ast.Conditional(start, body, condition, orElse);
  }

  /** test_nocond: or_test | lambdef_nocond -- the condition of a comprehension. */
  private Expression testWithoutConditional() {
    return tokens.isAt(TokenKind.KW_LAMBDA) ? lambda(false) : orTest();
  }

  /** lambdef: 'lambda' [varargslist] ':' test; lambdef_nocond has a test_nocond at its end. */
  private Expression lambda(boolean mayBeConditional) {
    Position start = tokens.expect(TokenKind.KW_LAMBDA).position();
    tokens.enter();
    List<Parameter> parameters = parameters(false);
    tokens.expect(TokenKind.COLON);
    Expression body = mayBeConditional ? test() : testWithoutConditional();
    tokens.leave();
    return new Ast.Lambda(start, parameters, body);
  }

  /**
   * typedargslist or varargslist: items between commas, possibly none. Their order is the
   * compiler's business.
   *
   * <p>item: NAME [':' test] ['=' test] | '*' [NAME [':' test]] | '**' NAME [':' test]
   */
  List<Parameter> parameters(boolean mayAnnotate) {
    List<Parameter> result = new ArrayList<>();
    do {
      Position start = tokens.position();
      switch (tokens.kind()) {
        case NAME -> {
          String name = tokens.name();
          Expression annotation = annotation(mayAnnotate);
          Expression defaultValue = tokens.accept(TokenKind.EQUAL) ? test() : null;
          result.add(new Parameter(start, ParameterKind.PLAIN, name, annotation, defaultValue));
        }
        case STAR -> {
          tokens.take();
          String name = tokens.isAt(TokenKind.NAME) ? tokens.name() : null;
          Expression annotation = name == null ? null : annotation(mayAnnotate);
          result.add(new Parameter(start, ParameterKind.STAR, name, annotation, null));
        }
        case DOUBLE_STAR -> {
          tokens.take();
          String name = tokens.name();
          Expression annotation = annotation(mayAnnotate);
          result.add(new Parameter(start, ParameterKind.DOUBLE_STAR, name, annotation, null));
        }
        default -> {
          return result;
        }
      }
    } while (tokens.accept(TokenKind.COMMA));
    return result;
  }

  private Expression annotation(boolean mayAnnotate) {
    return mayAnnotate && tokens.accept(TokenKind.COLON) ? test() : null;
  }

  /** or_test: and_test ('or' and_test)* */
  private Expression orTest() {
    Position start = tokens.position();
    Expression first = andTest();
    return tokens.isAt(TokenKind.KW_OR) ? booleanChain(start, first, TokenKind.KW_OR) : first;
  }

  /** and_test: not_test ('and' not_test)* */
  private Expression andTest() {
    Position start = tokens.position();
    Expression first = notTest();
    return tokens.isAt(TokenKind.KW_AND) ? booleanChain(start, first, TokenKind.KW_AND) : first;
  }

  private Expression booleanChain(Position start, Expression first, TokenKind operator) {
    boolean isOr = operator == TokenKind.KW_OR;
    List<Expression> operands = new ArrayList<>();
    operands.add(first);
    while (tokens.accept(operator)) {
      operands.add(isOr ? andTest() : notTest());
    }
    return new Ast.BooleanChain(start, isOr, operands);
  }

  /** not_test: 'not' not_test | comparison */
  private Expression notTest() {
    if (!tokens.isAt(TokenKind.KW_NOT)) {
      return comparison();
    }
    tokens.enter();
    Position start = tokens.take().position();
    Expression result = new Ast.Not(start, notTest());
    tokens.leave();
    return result;
  }

  /** comparison: expr (comp_op expr)* */
  private Expression comparison() {
    Position start = tokens.position();
    Expression first = operand();
    ComparisonOperator operator = comparisonOperator();
    if (operator == null) {
      return first;
    }
    List<Ast.ComparisonStep> steps = new ArrayList<>();
    while (operator != null) {
      steps.add(new Ast.ComparisonStep(operator, operand()));
      operator = comparisonOperator();
    }
    return new Ast.Comparison(start, first, steps);
  }

  /** Takes a comparison operator, of one word or two; null when there is none. */
  private ComparisonOperator comparisonOperator() {
    ComparisonOperator result =
        switch (tokens.kind()) {
          case LESS -> ComparisonOperator.LESS;
          case MORE -> ComparisonOperator.MORE;
          case EQUAL_EQUAL -> ComparisonOperator.EQUAL;
          case LESS_EQUAL -> ComparisonOperator.LESS_EQUAL;
          case MORE_EQUAL -> ComparisonOperator.MORE_EQUAL;
          case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
          case KW_IN -> ComparisonOperator.IN;
          case KW_NOT -> ComparisonOperator.NOT_IN;
          case KW_IS -> ComparisonOperator.IS;
          default -> null;
        };
    if (result == null) {
      return null;
    }
    tokens.take();
    if (result == ComparisonOperator.NOT_IN) {
      tokens.expect(TokenKind.KW_IN);
    } else if (result == ComparisonOperator.IS && tokens.accept(TokenKind.KW_NOT)) {
      return ComparisonOperator.IS_NOT;
    }
    return result;
  }

  // ---- arithmetic ----

  /** expr: everything from | down to **. */
  Expression operand() {
    return binary(LOOSEST);
  }

  /**
   * Operators of {@code loosest} level and tighter; each run of one level becomes one flat chain.
   */
  private Expression binary(int loosest) {
    Position start = tokens.position();
    Expression result = factor();
    for (int level = level(); level >= loosest; level = level()) {
      List<Ast.BinaryStep> steps = new ArrayList<>();
      while (level() == level) {
        BinaryOperator operator = binaryOperator(tokens.take().kind());
        steps.add(new Ast.BinaryStep(operator, binary(level + 1)));
      }
      result = new Ast.BinaryChain(start, result, steps);
    }
    return result;
  }

  /** The level of the current token as a binary operator. */
  private int level() {
    return switch (tokens.kind()) {
      case PIPE -> 0;
      case CARET -> 1;
      case AMPERSAND -> 2;
      case LEFT_SHIFT, RIGHT_SHIFT -> 3;
      case PLUS, MINUS -> 4;
      case STAR, AT, SLASH, PERCENT, DOUBLE_SLASH -> 5;
      default -> NO_LEVEL;
    };
  }

  /** The operator of a token, of the plain form or of the form with {@code =}; null for others. */
  static BinaryOperator binaryOperator(TokenKind kind) {
    return switch (kind) {
      case PIPE, PIPE_EQUAL -> BinaryOperator.OR;
      case CARET, CARET_EQUAL -> BinaryOperator.XOR;
      case AMPERSAND, AMPERSAND_EQUAL -> BinaryOperator.AND;
      case LEFT_SHIFT, LEFT_SHIFT_EQUAL -> BinaryOperator.LEFT_SHIFT;
      case RIGHT_SHIFT, RIGHT_SHIFT_EQUAL -> BinaryOperator.RIGHT_SHIFT;
      case PLUS, PLUS_EQUAL -> BinaryOperator.ADD;
      case MINUS, MINUS_EQUAL -> BinaryOperator.SUBTRACT;
      case STAR, STAR_EQUAL -> BinaryOperator.MULTIPLY;
      case AT, AT_EQUAL -> BinaryOperator.MATRIX_MULTIPLY;
      case SLASH, SLASH_EQUAL -> BinaryOperator.DIVIDE;
      case PERCENT, PERCENT_EQUAL -> BinaryOperator.MODULO;
      case DOUBLE_SLASH, DOUBLE_SLASH_EQUAL -> BinaryOperator.FLOOR_DIVIDE;
      case DOUBLE_STAR, DOUBLE_STAR_EQUAL -> BinaryOperator.POWER;
      default -> null;
    };
  }

  /** factor: ('+' | '-' | '~') factor | power -- every pair of brackets comes through here. */
  private Expression factor() {
    tokens.enter();
    Position start = tokens.position();
    UnaryOperator operator =
        switch (tokens.kind()) {
          case PLUS -> UnaryOperator.POSITIVE;
          case MINUS -> UnaryOperator.NEGATIVE;
          case TILDE -> UnaryOperator.INVERT;
          default -> null;
        };
    Expression result;
    if (operator == null) {
      result = power();
    } else {
      tokens.take();
      result = new Ast.Unary(start, operator, factor());
    }
    tokens.leave();
    return result;
  }

  /** power: ['await'] atom trailer* ['**' factor] */
  private Expression power() {
    Position start = tokens.position();
    boolean isAwait = tokens.accept(TokenKind.KW_AWAIT);
    Expression base = atom();
    List<Trailer> trailers = trailers();
    if (isAwait) {
      base = new Ast.Await(start, base, trailers);
    } else if (!trailers.isEmpty()) {
      base = new Ast.Postfix(start, base, trailers);
    }
    return tokens.accept(TokenKind.DOUBLE_STAR) ? new Ast.Power(start, base, factor()) : base;
  }

  // ---- what follows an atom ----

  private List<Trailer> trailers() {
    List<Trailer> result = List.of();
    for (Trailer trailer = trailer(); trailer != null; trailer = trailer()) {
      if (result.isEmpty()) {
        result = new ArrayList<>();
      }
      result.add(trailer);
    }
    return result;
  }

  /** trailer: '(' [arglist] ')' | '[' subscriptlist ']' | '.' NAME */
  private Trailer trailer() {
    Position start = tokens.position();
    return switch (tokens.kind()) {
      case LEFT_PAREN -> call();
      case LEFT_BRACKET -> {
        tokens.take();
        Expression index = subscripts();
        tokens.expect(TokenKind.RIGHT_BRACKET);
        yield new Ast.IndexTrailer(start, index);
      }
      case DOT -> {
        tokens.take();
        yield new Ast.AttributeTrailer(start, tokens.name());
      }
      default -> null;
    };
  }

  /** '(' [arglist] ')' */
  Ast.CallTrailer call() {
    Position start = tokens.expect(TokenKind.LEFT_PAREN).position();
    List<Argument> arguments = arguments();
    tokens.expect(TokenKind.RIGHT_PAREN);
    return new Ast.CallTrailer(start, arguments);
  }

  /** [arglist]: arguments between commas, possibly none; their order is the compiler's business. */
  private List<Argument> arguments() {
    List<Argument> result = new ArrayList<>();
    while (isTestStart() || tokens.isAt(TokenKind.STAR) || tokens.isAt(TokenKind.DOUBLE_STAR)) {
      result.add(argument());
      if (!tokens.accept(TokenKind.COMMA)) {
        break;
      }
    }
    return result;
  }

  /** '*' test | '**' test | test [comp_for | '=' test | ':=' test] */
  private Argument argument() {
    Position start = tokens.position();
    if (tokens.accept(TokenKind.STAR)) {
      return new Argument(start, ArgumentKind.STAR, null, test());
    }
    if (tokens.accept(TokenKind.DOUBLE_STAR)) {
      return new Argument(start, ArgumentKind.DOUBLE_STAR, null, test());
    }
    Expression first = test();
    if (tokens.isAt(TokenKind.KW_FOR)) {
      Expression generator =
          new Ast.Comprehension(start, start, ComprehensionKind.GENERATOR, first, null, clauses());
      return new Argument(start, ArgumentKind.GENERATOR, null, generator);
    }
    if (tokens.accept(TokenKind.EQUAL)) {
      return new Argument(start, ArgumentKind.KEYWORD, first, test());
    }
    if (tokens.accept(TokenKind.WALRUS)) {
      return new Argument(start, ArgumentKind.NAMED, first, test());
    }
    return new Argument(start, ArgumentKind.PLAIN, null, first);
  }

  /** subscriptlist: subscript (',' subscript)* [','] */
  private Expression subscripts() {
    Position start = tokens.position();
    Expression first = subscript();
    if (!tokens.isAt(TokenKind.COMMA)) {
      return first;
    }
    List<Expression> items = new ArrayList<>();
    items.add(first);
    Position tail = start;
    while (tokens.accept(TokenKind.COMMA) && (isTestStart() || tokens.isAt(TokenKind.COLON))) {
      tail = items.size() == 1 ? tokens.position() : tail;
      items.add(subscript());
    }
    return new Ast.TupleDisplay(start, tail, false, items);
  }

  /** subscript: test | [test] ':' [test] [':' [test]] */
  private Expression subscript() {
    Position start = tokens.position();
    Expression first = tokens.isAt(TokenKind.COLON) ? null : test();
    if (!tokens.accept(TokenKind.COLON)) {
      return first;
    }
    Expression stop = isTestStart() ? test() : null;
    Expression step = null;
    if (tokens.accept(TokenKind.COLON) && isTestStart()) {
      step = test();
    }
    return new Ast.Slice(start, first, stop, step);
  }

  // ---- atoms ----

  private Expression atom() {
    Token token = tokens.token();
    return switch (token.kind()) {
      case LEFT_PAREN -> parenthesised();
      case LEFT_BRACKET -> list();
      case LEFT_BRACE -> braces();
      case NAME -> new Ast.Name(tokens.take().position(), tokens.mangled(token.text()));
      case INTEGER -> NumberLiterals.integer(tokens.take());
      case FLOAT_OR_IMAGINARY -> NumberLiterals.floating(tokens.take());
      case STRING -> new Ast.StringLiteral(tokens.take().position(), token.text());
      case BYTES -> new Ast.BytesLiteral(tokens.take().position(), token.bytes());
      case ELLIPSIS -> constant(ConstantName.ELLIPSIS);
      case KW_NONE -> constant(ConstantName.NONE);
      case KW_TRUE -> constant(ConstantName.TRUE);
      case KW_FALSE -> constant(ConstantName.FALSE);
      case KW_DEBUG -> constant(ConstantName.DEBUG);
      default -> throw tokens.error(null);
    };
  }

  private Expression constant(ConstantName name) {
    return new Ast.ConstantLiteral(tokens.take().position(), name);
  }

  /** '(' [yield_expr | testlist_comp] ')' */
  private Expression parenthesised() {
    Position start = tokens.expect(TokenKind.LEFT_PAREN).position();
    Expression result;
    if (tokens.isAt(TokenKind.RIGHT_PAREN)) {
      result = new Ast.TupleDisplay(start, start, true, List.of());
    } else if (tokens.isAt(TokenKind.KW_YIELD)) {
      result = yieldExpression();
    } else {
      result = parenthesisedTests(start);
    }
    tokens.expect(TokenKind.RIGHT_PAREN);
    return result;
  }

  /** testlist_comp in parentheses: one expression, a generator or a tuple. */
  private Expression parenthesisedTests(Position start) {
    Position inner = tokens.position();
    Expression first = namedTestOrStarred();
    if (tokens.isAt(TokenKind.KW_FOR)) {
      return new Ast.Comprehension(
          start, inner, ComprehensionKind.GENERATOR, first, null, clauses());
    }
    if (!tokens.accept(TokenKind.COMMA)) {
      return first;
    }
    Position second = tokens.position();
    List<Expression> items = restOfItems(first);
    boolean isShort = items.size() == 1 || items.size() == 2 && !tokens.isAfter(TokenKind.COMMA);
    return new Ast.TupleDisplay(start, isShort ? inner : second, true, items);
  }

  /** '[' [testlist_comp] ']' */
  private Expression list() {
    Position start = tokens.expect(TokenKind.LEFT_BRACKET).position();
    Expression result;
    if (tokens.isAt(TokenKind.RIGHT_BRACKET)) {
      result = new Ast.ListDisplay(start, List.of());
    } else {
      Position inner = tokens.position();
      Expression first = namedTestOrStarred();
      if (tokens.isAt(TokenKind.KW_FOR)) {
        result =
            new Ast.Comprehension(start, inner, ComprehensionKind.LIST, first, null, clauses());
      } else {
        boolean hasMore = tokens.accept(TokenKind.COMMA);
        result = new Ast.ListDisplay(start, hasMore ? restOfItems(first) : List.of(first));
      }
    }
    tokens.expect(TokenKind.RIGHT_BRACKET);
    return result;
  }

  private Expression namedTestOrStarred() {
    return tokens.isAt(TokenKind.STAR) ? starred() : namedTest();
  }

  /** The items after the first one and its comma. */
  private List<Expression> restOfItems(Expression first) {
    List<Expression> items = new ArrayList<>();
    items.add(first);
    while (isTestStart() || tokens.isAt(TokenKind.STAR)) {
      items.add(namedTestOrStarred());
      if (!tokens.accept(TokenKind.COMMA)) {
        break;
      }
    }
    return items;
  }

  /** '{' [item (comp_for | (',' item)* [','])] '}' */
  private Expression braces() {
    Position start = tokens.expect(TokenKind.LEFT_BRACE).position();
    Expression result;
    if (tokens.isAt(TokenKind.RIGHT_BRACE)) {
      result = new Ast.BraceDisplay(start, null, List.of());
    } else {
      Ast.BraceItem first = braceItem();
      Position inner = first.position();
      if (tokens.isAt(TokenKind.KW_FOR)) {
        ComprehensionKind kind =
            first.value() == null ? ComprehensionKind.SET : ComprehensionKind.DICT;
        result = new Ast.Comprehension(start, inner, kind, first.key(), first.value(), clauses());
      } else {
        List<Ast.BraceItem> items = new ArrayList<>();
        items.add(first);
        while (tokens.accept(TokenKind.COMMA) && isTestStart()) {
          items.add(braceItem());
        }
        result = new Ast.BraceDisplay(start, inner, items);
      }
    }
    tokens.expect(TokenKind.RIGHT_BRACE);
    return result;
  }

  /** test [':' test] */
  private Ast.BraceItem braceItem() {
    Position start = tokens.position();
    Expression key = test();
    return new Ast.BraceItem(start, key, tokens.accept(TokenKind.COLON) ? test() : null);
  }

  /**
   * comp_for: 'for' exprlist 'in' or_test [comp_iter]; comp_if: 'if' test_nocond [comp_iter]
   *
   * <p>Each clause is code inside the one before it, so each counts as one level of depth.
   */
  private List<Ast.Clause> clauses() {
    List<Ast.Clause> result = new ArrayList<>();
    while (tokens.isAt(TokenKind.KW_FOR) || tokens.isAt(TokenKind.KW_IF)) {
      tokens.enter();
      result.add(clause());
    }
    for (int i = 0; i < result.size(); i++) {
      tokens.leave();
    }
    return result;
  }

  private Ast.Clause clause() {
    Token first = tokens.take();
    if (first.kind() == TokenKind.KW_IF) {
      return new Ast.IfClause(first.position(), testWithoutConditional());
    }
    Expression target = targets();
    tokens.expect(TokenKind.KW_IN);
    return new Ast.ForClause(first.position(), target, orTest());
  }
}
