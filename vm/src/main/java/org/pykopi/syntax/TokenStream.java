package org.pykopi.syntax;

import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError.Kind;
import org.pykopi.util.Profile;
import org.pykopi.util.Utf8;

/**
 * The tokens as both parsers see them: one at a time, with the ways to take, demand and refuse one.
 */
final class TokenStream {
  /**
   * How deep blocks and expressions may nest. A pair of brackets costs about 3 KB of Java stack
   * while the methods run interpreted, so a stack of 512 KB holds 150 of them; the compiler, whose
   * recursion follows the tree, needs less.
   */
  static final int MAX_DEPTH = 100;

  /** Bytes of a name, which boards count in one byte. */
  private static final int MAX_NAME = 255;

  private final Profile profile;
  private final Lexer lexer;

  /** The class whose private names are meant; null for none. */
  private String className;

  private Token token;
  private Token previous;
  private int depth;

  TokenStream(String text, Profile profile) {
    this.profile = profile;
    lexer = new Lexer(text, profile);
    token = lexer.next();
  }

  Token token() {
    return token;
  }

  TokenKind kind() {
    return token.kind();
  }

  Position position() {
    return token.position();
  }

  boolean isAt(TokenKind kind) {
    return token.kind() == kind;
  }

  /** Whether the token before the current one is of that kind. */
  boolean isAfter(TokenKind kind) {
    return previous != null && previous.kind() == kind;
  }

  /** Moves to the next token and returns the one that was current. */
  Token take() {
    if (token.kind() == TokenKind.NAME) {
      checkName(token.text());
    }
    previous = token;
    token = lexer.next();
    return previous;
  }

  /** Takes the token if it is of this kind. */
  boolean accept(TokenKind kind) {
    if (token.kind() != kind) {
      return false;
    }
    take();
    return true;
  }

  /** Takes the token, which must be of this kind. */
  Token expect(TokenKind kind) {
    if (token.kind() != kind) {
      throw error(hintFor(kind));
    }
    return take();
  }

  /** Takes a name. */
  String name() {
    return mangled(expect(TokenKind.NAME).text());
  }

  // ---- private names ----

  /**
   * Names that follow belong to the class; gives the class around it for {@link #leaveClass}. Only
   * Pycopy has private names.
   */
  String enterClass(String name) {
    String outer = className;
    className = profile.isPycopy() ? name : null;
    return outer;
  }

  void leaveClass(String outer) {
    className = outer;
  }

  /** {@code __name} inside of {@code class C} means {@code _C__name}. */
  String mangled(String name) {
    boolean isPrivate = className != null && name.length() > 2 && name.startsWith("__");
    if (!isPrivate || name.endsWith("__")) {
      return name;
    }
    int start = 0;
    while (start < className.length() && className.charAt(start) == '_') {
      start++;
    }
    if (start == className.length()) {
      className = null; // a class of underscores has no private names
      return name;
    }
    return "_" + className.substring(start) + name;
  }

  // ---- depth ----

  /** Goes one level deeper; each call is matched by {@link #leave}. */
  void enter() {
    if (++depth > MAX_DEPTH) {
      throw new PySyntaxError(
          Kind.RECURSION,
          token.position(),
          "maximum recursion depth exceeded",
          "blocks or expressions are nested more than " + MAX_DEPTH + " deep");
    }
  }

  void leave() {
    depth--;
  }

  // ---- errors ----

  /** Fails when the name is too long, on its own or with those before its dots. */
  void checkName(String name) {
    if (name.length() > MAX_NAME / 4 && Utf8.byteLength(name) > MAX_NAME) {
      throw new PySyntaxError(Kind.RECURSION, token.position(), "name too long", null);
    }
  }

  /** The error that the current token is: it fits no rule. The hint may be null. */
  PySyntaxError error(String hint) {
    Position at = token.position();
    return switch (token.kind()) {
      case INDENT -> new PySyntaxError(Kind.INDENTATION, at, "unexpected indent", null);
      case DEDENT_MISMATCH ->
          new PySyntaxError(
              Kind.INDENTATION,
              at,
              "unindent doesn't match any outer indent level",
              "the next line does not begin where an open block began");
      case MALFORMED_FSTRING ->
          new PySyntaxError(Kind.SYNTAX, at, "malformed f-string", token.text());
      case INVALID, LONELY_STRING_OPEN ->
          new PySyntaxError(Kind.SYNTAX, at, "invalid syntax", token.text());
      default -> new PySyntaxError(Kind.SYNTAX, at, "invalid syntax", openBracketHint(hint));
    };
  }

  /** At the end of the text an open bracket explains more than whatever was missing. */
  private String openBracketHint(String hint) {
    Token open = lexer.openBracket();
    if (token.kind() != TokenKind.END || open == null) {
      return hint;
    }
    return "'" + open.kind().text + "' on line " + open.position().line() + " was never closed";
  }

  private String hintFor(TokenKind wanted) {
    if (wanted == TokenKind.NEWLINE && previous != null && isPrinter(previous)) {
      return previous.text() + " needs parentheses around what it prints or runs";
    }
    if (isAt(TokenKind.EQUAL) && wanted != TokenKind.NAME) {
      return "'=' assigns, '==' compares";
    }
    return switch (wanted) {
      case NAME -> "expected a name" + (isKeyword() ? ", '" + kind().text + "' is a keyword" : "");
      case INDENT -> "expected an indented block";
      case NEWLINE, DEDENT, END -> null;
      default -> "expected '" + wanted.text + "'";
    };
  }

  private static boolean isPrinter(Token word) {
    return word.kind() == TokenKind.NAME
        && (word.text().equals("print") || word.text().equals("exec"));
  }

  private boolean isKeyword() {
    int number = kind().ordinal();
    return number >= TokenKind.KW_FALSE.ordinal() && number <= TokenKind.KW_YIELD.ordinal();
  }
}
