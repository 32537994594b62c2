package org.pykopi.syntax;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.util.Profile;

/**
 * Source text to tokens, one at a time. Never fails except for {@code \N{}} escapes: what cannot be
 * read becomes a token that the grammar does not take, so that the parser reports whatever goes
 * wrong first.
 *
 * <p>Indentation becomes INDENT and DEDENT tokens after the NEWLINE that ends a logical line.
 * Inside brackets there are no line ends. Words may hold any character from U+0080 on; numbers end
 * where letters, digits and dots end, and are checked by the parser.
 */
public final class Lexer {
  private final SourceReader reader;
  private final StringScanner strings;

  /** Columns of the blocks that are open, the outermost (0) first. */
  private int[] indents = new int[8];

  private int indentCount = 1;

  /** INDENT (positive) or DEDENT (negative) tokens still to be given. */
  private int pendingIndents;

  /** Brackets that are open, for implicit line joining and for hints. */
  private final List<Token> openBrackets = new ArrayList<>();

  private boolean isFirst = true;
  private final boolean isPycopy;

  public Lexer(String text, Profile profile) {
    isPycopy = profile.isPycopy();
    reader = new SourceReader(text);
    strings = new StringScanner(reader);
  }

  /** The next token; END again and again after the last one. */
  public Token next() {
    Token token = scan();
    if (isFirst) {
      isFirst = false;
      if (token.position().column() != 1 && token.kind() != TokenKind.NEWLINE) {
        return plain(TokenKind.INDENT, token.position());
      }
    }
    return token;
  }

  /** The innermost bracket that is still open, or null. */
  Token openBracket() {
    return openBrackets.isEmpty() ? null : openBrackets.get(openBrackets.size() - 1);
  }

  private Token scan() {
    boolean isAtLineEnd = skipSpace(true);
    Ast.Position start = reader.position();
    if (pendingIndents < 0) {
      pendingIndents++;
      return plain(TokenKind.DEDENT, start);
    }
    if (pendingIndents > 0) {
      pendingIndents--;
      return plain(TokenKind.INDENT, start);
    }
    if (isAtLineEnd) {
      skipSpace(false);
      return plain(changeIndent() ? TokenKind.NEWLINE : TokenKind.DEDENT_MISMATCH, start);
    }
    int c = reader.current();
    if (c == SourceReader.END) {
      return plain(TokenKind.END, start);
    }
    if (strings.isAtLiteral()) {
      return string(start);
    }
    if (isWordStart(c)) {
      return word(start);
    }
    if (isDigit(c) || (c == '.' && isDigit(reader.peek(1)))) {
      return number(start);
    }
    return operator(start, c);
  }

  private static Token plain(TokenKind kind, Ast.Position position) {
    return new Token(kind, position, null, null);
  }

  // ---- space and indentation ----

  /** Skips space, comments and joined lines; true when it stopped at the end of a logical line. */
  private boolean skipSpace(boolean stopAtLineEnd) {
    while (true) {
      int c = reader.current();
      if (c == '\n') {
        if (stopAtLineEnd && openBrackets.isEmpty()) {
          return true;
        }
        reader.advance();
      } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
        reader.advance();
      } else if (c == '#') {
        while (reader.current() != '\n' && reader.current() != SourceReader.END) {
          reader.advance();
        }
      } else if (c == '\\' && reader.peek(1) == '\n') {
        reader.advance();
        reader.advance();
      } else {
        return false;
      }
    }
  }

  /** Compares the new line with the open blocks; false when it fits none of them. */
  private boolean changeIndent() {
    int indent = reader.indent();
    if (indent > indents[indentCount - 1]) {
      if (indentCount == indents.length) {
        int[] larger = new int[indentCount * 2];
        System.arraycopy(indents, 0, larger, 0, indentCount);
        indents = larger;
      }
      indents[indentCount++] = indent;
      pendingIndents++;
      return true;
    }
    while (indent < indents[indentCount - 1]) {
      indentCount--;
      pendingIndents--;
    }
    return indent == indents[indentCount - 1];
  }

  // ---- words, numbers, strings ----

  private Token string(Ast.Position start) {
    strings.begin();
    do {
      skipSpace(true);
    } while (strings.isAtLiteral() && strings.join());
    return strings.finish(start);
  }

  private static boolean isLetter(int c) {
    int lower = c | 0x20;
    return c > 0 && lower >= 'a' && lower <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(int c) {
    return isLetter(c) || c == '_' || c >= 0x80;
  }

  private Token word(Ast.Position start) {
    StringBuilder text = new StringBuilder();
    int c = reader.current();
    while (isWordStart(c) || isDigit(c)) {
      text.append((char) c);
      reader.advance();
      c = reader.current();
    }
    String word = text.toString();
    return new Token(TokenKind.ofWord(word), start, word, null);
  }

  private Token number(Ast.Position start) {
    StringBuilder text = new StringBuilder();
    boolean isFloat = false;
    int base = reader.peek(1) | 0x20;
    boolean hasBase = reader.isAt('0') && (base == 'b' || base == 'o' || base == 'x');
    for (int c = reader.current(); ; c = reader.current()) {
      if (!hasBase && (c == 'e' || c == 'E')) {
        isFloat = true;
        text.append('e');
        reader.advance();
        int sign = reader.current();
        if (sign == '+' || sign == '-') {
          text.append((char) sign);
          reader.advance();
        }
      } else if (isLetter(c) || isDigit(c) || c == '.') {
        if (c == '.' && isFloat && isPycopy) {
          break; // an attribute of the number
        }
        isFloat |= c == '.' || c == 'j' || c == 'J';
        text.append((char) c);
        reader.advance();
      } else if (c == '_') {
        reader.advance();
      } else {
        break;
      }
    }
    TokenKind kind = isFloat ? TokenKind.FLOAT_OR_IMAGINARY : TokenKind.INTEGER;
    return new Token(kind, start, text.toString(), null);
  }

  // ---- operators and delimiters ----

  private Token operator(Ast.Position start, int c) {
    TokenKind kind = operatorKind(c);
    if (kind == null) {
      reader.advance();
      return new Token(TokenKind.INVALID, start, "this character is not part of Python", null);
    }
    for (int i = 0; i < kind.text.length(); i++) {
      reader.advance();
    }
    Token token = plain(kind, start);
    switch (kind) {
      case LEFT_PAREN, LEFT_BRACKET, LEFT_BRACE -> openBrackets.add(token);
      case RIGHT_PAREN, RIGHT_BRACKET, RIGHT_BRACE -> {
        if (!openBrackets.isEmpty()) {
          openBrackets.remove(openBrackets.size() - 1);
        }
      }
      default -> {}
    }
    return token;
  }

  /** The longest operator that begins with {@code c} here, or null. */
  private TokenKind operatorKind(int c) {
    return switch (c) {
      case '(' -> TokenKind.LEFT_PAREN;
      case ')' -> TokenKind.RIGHT_PAREN;
      case '[' -> TokenKind.LEFT_BRACKET;
      case ']' -> TokenKind.RIGHT_BRACKET;
      case '{' -> TokenKind.LEFT_BRACE;
      case '}' -> TokenKind.RIGHT_BRACE;
      case ',' -> TokenKind.COMMA;
      case ';' -> TokenKind.SEMICOLON;
      case '~' -> TokenKind.TILDE;
      case ':' -> withEqual(TokenKind.COLON, TokenKind.WALRUS);
      case '=' -> withEqual(TokenKind.EQUAL, TokenKind.EQUAL_EQUAL);
      case '!' -> withEqual(null, TokenKind.NOT_EQUAL);
      case '+' -> withEqual(TokenKind.PLUS, TokenKind.PLUS_EQUAL);
      case '-' ->
          reader.peek(1) == '>'
              ? TokenKind.ARROW
              : withEqual(TokenKind.MINUS, TokenKind.MINUS_EQUAL);
      case '&' -> withEqual(TokenKind.AMPERSAND, TokenKind.AMPERSAND_EQUAL);
      case '|' -> withEqual(TokenKind.PIPE, TokenKind.PIPE_EQUAL);
      case '^' -> withEqual(TokenKind.CARET, TokenKind.CARET_EQUAL);
      case '%' -> withEqual(TokenKind.PERCENT, TokenKind.PERCENT_EQUAL);
      case '@' -> withEqual(TokenKind.AT, TokenKind.AT_EQUAL);
      case '.' ->
          reader.peek(1) == '.' && reader.peek(2) == '.' ? TokenKind.ELLIPSIS : TokenKind.DOT;
      case '<', '>', '*', '/' -> doubled(c);
      default -> null;
    };
  }

  private TokenKind withEqual(TokenKind alone, TokenKind followed) {
    return reader.peek(1) == '=' ? followed : alone;
  }

  /** Operators such as {@code *}, {@code *=}, {@code **}, {@code **=}. */
  private TokenKind doubled(int c) {
    boolean isDouble = reader.peek(1) == c;
    boolean hasEqual = reader.peek(isDouble ? 2 : 1) == '=';
    if (isDouble) {
      return switch (c) {
        case '<' -> hasEqual ? TokenKind.LEFT_SHIFT_EQUAL : TokenKind.LEFT_SHIFT;
        case '>' -> hasEqual ? TokenKind.RIGHT_SHIFT_EQUAL : TokenKind.RIGHT_SHIFT;
        case '*' -> hasEqual ? TokenKind.DOUBLE_STAR_EQUAL : TokenKind.DOUBLE_STAR;
        default -> hasEqual ? TokenKind.DOUBLE_SLASH_EQUAL : TokenKind.DOUBLE_SLASH;
      };
    }
    return switch (c) {
      case '<' -> hasEqual ? TokenKind.LESS_EQUAL : TokenKind.LESS;
      case '>' -> hasEqual ? TokenKind.MORE_EQUAL : TokenKind.MORE;
      case '*' -> hasEqual ? TokenKind.STAR_EQUAL : TokenKind.STAR;
      default -> hasEqual ? TokenKind.SLASH_EQUAL : TokenKind.SLASH;
    };
  }
}
