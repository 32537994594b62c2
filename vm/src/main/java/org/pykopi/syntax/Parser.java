package org.pykopi.syntax;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.syntax.Ast.BinaryOperator;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.Ast.Root;
import org.pykopi.syntax.Ast.Statement;
import org.pykopi.util.Profile;

/**
 * Statements, by recursive descent with one token of look-ahead; {@link ExpressionParser} does the
 * rest. The grammar is that of MicroPython 1.27. The first error stops the parse with a {@link
 * PySyntaxError}; nothing else is ever thrown.
 */
public final class Parser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  private Parser(String text, Profile profile) {
    tokens = new TokenStream(text, profile);
    expressions = new ExpressionParser(tokens);
  }

  // ---- entry points ----

  /** {@link #parseFile(String, Profile)} for MicroPython. */
  public static Root.Module parseFile(String text) {
    return parseFile(text, Profile.MICROPYTHON);
  }

  /** {@link #parseSingle(String, Profile)} for MicroPython. */
  public static Root.Module parseSingle(String text) {
    return parseSingle(text, Profile.MICROPYTHON);
  }

  /** {@link #parseEval(String, Profile)} for MicroPython. */
  public static Root.Eval parseEval(String text) {
    return parseEval(text, Profile.MICROPYTHON);
  }

  /** file_input: (NEWLINE | stmt)* END */
  public static Root.Module parseFile(String text, Profile profile) {
    Parser parser = new Parser(text, profile);
    List<Statement> body = new ArrayList<>();
    while (!parser.tokens.isAt(TokenKind.END)) {
      if (!parser.tokens.accept(TokenKind.NEWLINE)) {
        parser.statement(body);
      }
    }
    return new Root.Module(body);
  }

  /** single_input: NEWLINE | simple_stmt | compound_stmt, then END -- one interactive input. */
  public static Root.Module parseSingle(String text, Profile profile) {
    Parser parser = new Parser(text, profile);
    List<Statement> body = new ArrayList<>();
    if (!parser.tokens.accept(TokenKind.NEWLINE)) {
      parser.statement(body);
    }
    parser.tokens.expect(TokenKind.END);
    return new Root.Module(body);
  }

  /** eval_input: testlist [NEWLINE] END */
  public static Root.Eval parseEval(String text, Profile profile) {
    Parser parser = new Parser(text, profile);
    Expression value = parser.expressions.testlist();
    parser.tokens.accept(TokenKind.NEWLINE);
    parser.tokens.expect(TokenKind.END);
    return new Root.Eval(value);
  }

  // ---- suites ----

  /** stmt: compound_stmt | simple_stmt; a simple_stmt adds all statements of its line. */
  private void statement(List<Statement> target) {
    Statement compound = compoundStatement();
    if (compound != null) {
      target.add(compound);
    } else {
      simpleStatements(target);
    }
  }

  /** suite: simple_stmt | NEWLINE INDENT stmt+ DEDENT */
  private List<Statement> suite() {
    List<Statement> body = new ArrayList<>();
    tokens.expect(TokenKind.COLON);
    if (tokens.accept(TokenKind.NEWLINE)) {
      tokens.expect(TokenKind.INDENT);
      tokens.enter();
      do {
        statement(body);
      } while (!tokens.accept(TokenKind.DEDENT));
      tokens.leave();
    } else {
      simpleStatements(body);
    }
    return body;
  }

  /** ['else' suite]; null when there is none. */
  private List<Statement> elseSuite() {
    return tokens.accept(TokenKind.KW_ELSE) ? suite() : null;
  }

  // ---- simple statements ----

  /** simple_stmt: small_stmt (';' small_stmt)* [';'] NEWLINE */
  private void simpleStatements(List<Statement> target) {
    target.add(smallStatement());
    while (tokens.accept(TokenKind.SEMICOLON) && !tokens.isAt(TokenKind.NEWLINE)) {
      target.add(smallStatement());
    }
    tokens.expect(TokenKind.NEWLINE);
  }

  private Statement smallStatement() {
    Position start = tokens.position();
    return switch (tokens.kind()) {
      case KW_PASS -> new Ast.Pass(tokens.take().position());
      case KW_BREAK -> new Ast.Break(tokens.take().position());
      case KW_CONTINUE -> new Ast.Continue(tokens.take().position());
      case KW_DEL -> {
        tokens.take();
        yield new Ast.Delete(start, expressions.targets());
      }
      case KW_RETURN -> {
        tokens.take();
        boolean hasValue = expressions.isTestStart();
        yield new Ast.Return(start, hasValue ? expressions.testlist() : null);
      }
      case KW_RAISE -> raiseStatement();
      case KW_YIELD -> new Ast.YieldStatement(start, expressions.yieldExpression());
      case KW_IMPORT -> importStatement();
      case KW_FROM -> importFrom();
      case KW_GLOBAL -> {
        tokens.take();
        yield new Ast.Global(start, names());
      }
      case KW_NONLOCAL -> {
        tokens.take();
        yield new Ast.Nonlocal(start, names());
      }
      case KW_ASSERT -> assertStatement();
      default -> expressionStatement();
    };
  }

  /** raise_stmt: 'raise' [test ['from' test]] */
  private Statement raiseStatement() {
    Position start = tokens.take().position();
    Expression exception = expressions.isTestStart() ? expressions.test() : null;
    boolean hasCause = exception != null && tokens.accept(TokenKind.KW_FROM);
    return new Ast.Raise(start, exception, hasCause ? expressions.test() : null);
  }

  /** assert_stmt: 'assert' test [',' test] */
  private Statement assertStatement() {
    Position start = tokens.take().position();
    Expression condition = expressions.test();
    boolean hasMessage = tokens.accept(TokenKind.COMMA);
    return new Ast.Assert(start, condition, hasMessage ? expressions.test() : null);
  }

  /** NAME (',' NAME)* */
  private List<String> names() {
    List<String> result = new ArrayList<>();
    do {
      result.add(tokens.name());
    } while (tokens.accept(TokenKind.COMMA));
    return result;
  }

  /**
   * expr_stmt: testlist_star_expr (annassign | augassign value | ('=' value)*)
   *
   * <p>annassign: ':' test ['=' value]; value: yield_expr | testlist_star_expr
   */
  private Statement expressionStatement() {
    Position start = tokens.position();
    Expression first = expressions.starredTestlist();
    if (tokens.accept(TokenKind.COLON)) {
      Expression annotation = expressions.test();
      boolean hasValue = tokens.accept(TokenKind.EQUAL);
      Expression value = hasValue ? expressions.assignedValue() : null;
      return new Ast.AnnotatedAssign(start, first, annotation, value);
    }
    BinaryOperator operator = augmentedOperator();
    if (operator != null) {
      return new Ast.AugmentedAssign(start, first, operator, expressions.assignedValue());
    }
    if (!tokens.isAt(TokenKind.EQUAL)) {
      return new Ast.ExpressionStatement(start, first);
    }
    List<Expression> targets = new ArrayList<>();
    Expression value = first;
    while (tokens.accept(TokenKind.EQUAL)) {
      targets.add(value);
      value = expressions.assignedValue();
    }
    return new Ast.Assign(start, targets, value);
  }

  /** Takes one of the operators that end in {@code =}; null when there is none. */
  private BinaryOperator augmentedOperator() {
    return switch (tokens.kind()) {
      case PIPE_EQUAL,
          CARET_EQUAL,
          AMPERSAND_EQUAL,
          LEFT_SHIFT_EQUAL,
          RIGHT_SHIFT_EQUAL,
          PLUS_EQUAL,
          MINUS_EQUAL,
          STAR_EQUAL,
          AT_EQUAL,
          SLASH_EQUAL,
          PERCENT_EQUAL,
          DOUBLE_SLASH_EQUAL,
          DOUBLE_STAR_EQUAL ->
          ExpressionParser.binaryOperator(tokens.take().kind());
      default -> null;
    };
  }

  // ---- imports ----

  /** import_name: 'import' dotted_name ['as' NAME] (',' ...)* */
  private Statement importStatement() {
    Position start = tokens.take().position();
    List<Ast.ImportedModule> modules = new ArrayList<>();
    do {
      List<String> path = dottedName();
      modules.add(new Ast.ImportedModule(path, alias()));
    } while (tokens.accept(TokenKind.COMMA));
    return new Ast.Import(start, modules);
  }

  /** dotted_name: NAME ('.' NAME)* */
  private List<String> dottedName() {
    List<String> path = new ArrayList<>();
    do {
      path.add(tokens.name());
    } while (tokens.accept(TokenKind.DOT));
    tokens.checkName(String.join(".", path));
    return path;
  }

  /** ['as' NAME]; null when there is none. */
  private String alias() {
    return tokens.accept(TokenKind.KW_AS) ? tokens.name() : null;
  }

  /** import_from: 'from' ('.' | '...')* [dotted_name] 'import' ('*' | '(' names ')' | names) */
  private Statement importFrom() {
    Position start = tokens.take().position();
    int level = 0;
    while (tokens.isAt(TokenKind.DOT) || tokens.isAt(TokenKind.ELLIPSIS)) {
      level += tokens.take().kind() == TokenKind.DOT ? 1 : 3;
    }
    List<String> path = List.of();
    if (level == 0 || tokens.isAt(TokenKind.NAME)) {
      path = dottedName();
    }
    tokens.expect(TokenKind.KW_IMPORT);
    if (tokens.accept(TokenKind.STAR)) {
      return new Ast.ImportFrom(start, level, path, null);
    }
    boolean hasParentheses = tokens.accept(TokenKind.LEFT_PAREN);
    List<Ast.ImportedName> names = importedNames();
    if (hasParentheses) {
      tokens.expect(TokenKind.RIGHT_PAREN);
    }
    return new Ast.ImportFrom(start, level, path, names);
  }

  /** NAME ['as' NAME] (',' NAME ['as' NAME])* [','] */
  private List<Ast.ImportedName> importedNames() {
    List<Ast.ImportedName> names = new ArrayList<>();
    do {
      String name = tokens.name();
      names.add(new Ast.ImportedName(name, alias()));
    } while (tokens.accept(TokenKind.COMMA) && tokens.isAt(TokenKind.NAME));
    return names;
  }

  // ---- compound statements ----

  /** A compound statement, or null when none begins here. */
  private Statement compoundStatement() {
    return switch (tokens.kind()) {
      case KW_IF -> ifStatement();
      case KW_WHILE -> whileStatement();
      case KW_FOR -> forStatement(tokens.position(), false);
      case KW_TRY -> tryStatement();
      case KW_WITH -> withStatement(tokens.position(), false);
      case KW_DEF -> function(tokens.position(), false);
      case KW_CLASS -> classDefinition();
      case AT -> decorated();
      case KW_ASYNC -> asyncStatement();
      default -> null;
    };
  }

  /** if_stmt: 'if' namedexpr_test suite ('elif' namedexpr_test suite)* ['else' suite] */
  private Statement ifStatement() {
    Position start = tokens.position();
    List<Ast.Branch> branches = new ArrayList<>();
    do {
      Position branch = tokens.take().position();
      Expression condition = expressions.namedTest();
      branches.add(new Ast.Branch(branch, condition, suite()));
    } while (tokens.isAt(TokenKind.KW_ELIF));
    return new Ast.If(start, branches, elseSuite());
  }

  /** while_stmt: 'while' namedexpr_test suite ['else' suite] */
  private Statement whileStatement() {
    Position start = tokens.take().position();
    Expression condition = expressions.namedTest();
    List<Statement> body = suite();
    return new Ast.While(start, condition, body, elseSuite());
  }

  /** for_stmt: 'for' exprlist 'in' testlist suite ['else' suite] */
  private Statement forStatement(Position start, boolean isAsync) {
    tokens.take();
    Expression target = expressions.targets();
    tokens.expect(TokenKind.KW_IN);
    Expression iterable = expressions.testlist();
    List<Statement> body = suite();
    return new Ast.For(start, isAsync, target, iterable, body, elseSuite());
  }

  /**
   * try_stmt: 'try' suite (handler+ ['else' suite] ['finally' suite] | 'finally' suite)
   *
   * <p>handler: 'except' [test ['as' NAME]] suite
   */
  private Statement tryStatement() {
    Position start = tokens.take().position();
    List<Statement> body = suite();
    List<Ast.Handler> handlers = new ArrayList<>();
    while (tokens.isAt(TokenKind.KW_EXCEPT)) {
      Position handler = tokens.take().position();
      Expression type = expressions.isTestStart() ? expressions.test() : null;
      String name = type == null ? null : alias();
      handlers.add(new Ast.Handler(handler, type, name, suite()));
    }
    if (handlers.isEmpty()) {
      tokens.expect(TokenKind.KW_FINALLY);
      return new Ast.Try(start, body, handlers, null, suite());
    }
    List<Statement> orElse = elseSuite();
    List<Statement> last = tokens.accept(TokenKind.KW_FINALLY) ? suite() : null;
    return new Ast.Try(start, body, handlers, orElse, last);
  }

  /**
   * with_stmt: 'with' test ['as' expr] (',' ...)* suite; each item is a block inside the one
   * before.
   */
  private Statement withStatement(Position start, boolean isAsync) {
    tokens.take();
    List<Ast.WithItem> items = new ArrayList<>();
    do {
      tokens.enter();
      Position item = tokens.position();
      Expression context = expressions.test();
      Expression target = tokens.accept(TokenKind.KW_AS) ? expressions.operand() : null;
      items.add(new Ast.WithItem(item, context, target));
    } while (tokens.accept(TokenKind.COMMA));
    List<Statement> body = suite();
    for (int i = 0; i < items.size(); i++) {
      tokens.leave();
    }
    return new Ast.With(start, isAsync, items, body);
  }

  /** async_stmt: 'async' (funcdef | with_stmt | for_stmt) */
  private Statement asyncStatement() {
    Position start = tokens.take().position();
    return switch (tokens.kind()) {
      case KW_DEF -> function(start, true);
      case KW_WITH -> withStatement(start, true);
      case KW_FOR -> forStatement(start, true);
      default -> throw tokens.error("expected def, for or with after async");
    };
  }

  // ---- definitions ----

  /** funcdef: 'def' NAME '(' [typedargslist] ')' ['->' test] suite */
  private Statement function(Position start, boolean isAsync) {
    tokens.take();
    String name = tokens.name();
    tokens.expect(TokenKind.LEFT_PAREN);
    List<Ast.Parameter> parameters = expressions.parameters(true);
    tokens.expect(TokenKind.RIGHT_PAREN);
    Expression returns = tokens.accept(TokenKind.ARROW) ? expressions.test() : null;
    return new Ast.FunctionDefinition(start, isAsync, name, parameters, returns, suite());
  }

  /** classdef: 'class' NAME ['(' [arglist] ')'] suite */
  private Statement classDefinition() {
    Position start = tokens.take().position();
    String name = tokens.name();
    String outer = tokens.enterClass(name);
    List<Ast.Argument> arguments = List.of();
    if (tokens.isAt(TokenKind.LEFT_PAREN)) {
      arguments = expressions.call().arguments();
    }
    List<Statement> body = suite();
    tokens.leaveClass(outer);
    return new Ast.ClassDefinition(start, name, arguments, body);
  }

  /**
   * decorated: decorator+ (classdef | funcdef | 'async' funcdef)
   *
   * <p>decorator: '@' dotted_name ['(' [arglist] ')'] NEWLINE
   */
  private Statement decorated() {
    Position start = tokens.position();
    List<Ast.Decorator> decorators = new ArrayList<>();
    while (tokens.isAt(TokenKind.AT)) {
      Position decorator = tokens.take().position();
      List<String> path = dottedName();
      Ast.CallTrailer call = tokens.isAt(TokenKind.LEFT_PAREN) ? expressions.call() : null;
      tokens.expect(TokenKind.NEWLINE);
      decorators.add(new Ast.Decorator(decorator, path, call));
    }
    return new Ast.Decorated(start, decorators, definition());
  }

  private Statement definition() {
    Position start = tokens.position();
    boolean isAsync = tokens.accept(TokenKind.KW_ASYNC);
    if (tokens.isAt(TokenKind.KW_DEF)) {
      return function(start, isAsync);
    }
    if (isAsync || !tokens.isAt(TokenKind.KW_CLASS)) {
      throw tokens.error("expected a function or class after its decorators");
    }
    return classDefinition();
  }
}
