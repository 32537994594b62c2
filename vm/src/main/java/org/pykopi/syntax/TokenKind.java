package org.pykopi.syntax;

/** Kinds of tokens. The text is what stands in the source, or null when it varies. */
public enum TokenKind {
  END(null),

  // Tokens that no rule of the grammar takes; the token's text is a hint for people, or null.
  INVALID(null),
  DEDENT_MISMATCH(null),
  LONELY_STRING_OPEN(null),
  MALFORMED_FSTRING(null),

  NEWLINE(null),
  INDENT(null),
  DEDENT(null),

  NAME(null),
  INTEGER(null),
  FLOAT_OR_IMAGINARY(null),
  STRING(null),
  BYTES(null),
  ELLIPSIS("..."),

  KW_FALSE("False"),
  KW_NONE("None"),
  KW_TRUE("True"),
  KW_DEBUG("__debug__"),
  KW_AND("and"),
  KW_AS("as"),
  KW_ASSERT("assert"),
  KW_ASYNC("async"),
  KW_AWAIT("await"),
  KW_BREAK("break"),
  KW_CLASS("class"),
  KW_CONTINUE("continue"),
  KW_DEF("def"),
  KW_DEL("del"),
  KW_ELIF("elif"),
  KW_ELSE("else"),
  KW_EXCEPT("except"),
  KW_FINALLY("finally"),
  KW_FOR("for"),
  KW_FROM("from"),
  KW_GLOBAL("global"),
  KW_IF("if"),
  KW_IMPORT("import"),
  KW_IN("in"),
  KW_IS("is"),
  KW_LAMBDA("lambda"),
  KW_NONLOCAL("nonlocal"),
  KW_NOT("not"),
  KW_OR("or"),
  KW_PASS("pass"),
  KW_RAISE("raise"),
  KW_RETURN("return"),
  KW_TRY("try"),
  KW_WHILE("while"),
  KW_WITH("with"),
  KW_YIELD("yield"),

  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  COMMA(","),
  SEMICOLON(";"),
  COLON(":"),
  DOT("."),
  AT("@"),
  ARROW("->"),
  EQUAL("="),
  WALRUS(":="),

  TILDE("~"),
  LESS("<"),
  MORE(">"),
  EQUAL_EQUAL("=="),
  LESS_EQUAL("<="),
  MORE_EQUAL(">="),
  NOT_EQUAL("!="),
  PIPE("|"),
  CARET("^"),
  AMPERSAND("&"),
  LEFT_SHIFT("<<"),
  RIGHT_SHIFT(">>"),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  DOUBLE_SLASH("//"),
  PERCENT("%"),
  DOUBLE_STAR("**"),

  PIPE_EQUAL("|="),
  CARET_EQUAL("^="),
  AMPERSAND_EQUAL("&="),
  LEFT_SHIFT_EQUAL("<<="),
  RIGHT_SHIFT_EQUAL(">>="),
  PLUS_EQUAL("+="),
  MINUS_EQUAL("-="),
  STAR_EQUAL("*="),
  AT_EQUAL("@="),
  SLASH_EQUAL("/="),
  DOUBLE_SLASH_EQUAL("//="),
  PERCENT_EQUAL("%="),
  DOUBLE_STAR_EQUAL("**=");

  public final String text;

  TokenKind(String text) {
    this.text = text;
  }

  /** The kind of a word: a keyword, or NAME. */
  static TokenKind ofWord(String word) {
    return switch (word) {
      case "False" -> KW_FALSE;
      case "None" -> KW_NONE;
      case "True" -> KW_TRUE;
      case "__debug__" -> KW_DEBUG;
      case "and" -> KW_AND;
      case "as" -> KW_AS;
      case "assert" -> KW_ASSERT;
      case "async" -> KW_ASYNC;
      case "await" -> KW_AWAIT;
      case "break" -> KW_BREAK;
      case "class" -> KW_CLASS;
      case "continue" -> KW_CONTINUE;
      case "def" -> KW_DEF;
      case "del" -> KW_DEL;
      case "elif" -> KW_ELIF;
      case "else" -> KW_ELSE;
      case "except" -> KW_EXCEPT;
      case "finally" -> KW_FINALLY;
      case "for" -> KW_FOR;
      case "from" -> KW_FROM;
      case "global" -> KW_GLOBAL;
      case "if" -> KW_IF;
      case "import" -> KW_IMPORT;
      case "in" -> KW_IN;
      case "is" -> KW_IS;
      case "lambda" -> KW_LAMBDA;
      case "nonlocal" -> KW_NONLOCAL;
      case "not" -> KW_NOT;
      case "or" -> KW_OR;
      case "pass" -> KW_PASS;
      case "raise" -> KW_RAISE;
      case "return" -> KW_RETURN;
      case "try" -> KW_TRY;
      case "while" -> KW_WHILE;
      case "with" -> KW_WITH;
      case "yield" -> KW_YIELD;
      default -> NAME;
    };
  }
}
