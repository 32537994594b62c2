package org.pykopi.syntax;

import org.pykopi.syntax.PySyntaxError.Kind;
import org.pykopi.util.Utf8;

/**
 * Reads one string literal after another into one value: adjacent literals join here.
 *
 * <p>An f-string becomes a format string and the text of a call: {@code f"{a:>{w}}"} leaves the
 * value {@code {:>{}}} and the call {@code .format((a),(w),)}, which the lexer then reads as if it
 * stood in the source. This is how the reference does it, down to what it cannot do, and it makes
 * compiled files equal.
 */
final class StringScanner {
  private final SourceReader reader;

  /** The value so far; for bytes each char is one byte. */
  private final StringBuilder value = new StringBuilder();

  /** {@code .format(} and its arguments, or empty when there was no f-string. */
  private final StringBuilder call = new StringBuilder();

  private TokenKind kind;
  private String hint;

  StringScanner(SourceReader reader) {
    this.reader = reader;
  }

  /** Whether a literal begins here, with or without prefix. */
  boolean isAtLiteral() {
    return prefixLength() >= 0;
  }

  /** The length of the prefix of the literal that begins here, or -1 when none does. */
  private int prefixLength() {
    int first = reader.peek(0);
    if (isQuote(first)) {
      return 0;
    }
    int second = reader.peek(1);
    if (first == 'r' || first == 'u' || first == 'b' || first == 'f') {
      if (isQuote(second)) {
        return 1;
      }
      boolean isPair =
          first == 'r' ? second == 'b' || second == 'f' : second == 'r' && first != 'u';
      if (isPair && isQuote(reader.peek(2))) {
        return 2;
      }
    }
    return -1;
  }

  private static boolean isQuote(int c) {
    return c == '\'' || c == '"';
  }

  /** Starts a token and reads its first literal. */
  void begin() {
    value.setLength(0);
    call.setLength(0);
    kind = null;
    hint = null;
    join();
  }

  /**
   * Reads one more literal into the token; false, with nothing read, when its kind does not fit.
   */
  boolean join() {
    boolean isRaw = false;
    boolean isFormat = false;
    TokenKind literalKind = TokenKind.STRING;
    int length = prefixLength();
    for (int i = 0; i < length; i++) {
      switch (reader.peek(i)) {
        case 'b' -> literalKind = TokenKind.BYTES;
        case 'r' -> isRaw = true;
        case 'f' -> isFormat = true;
        default -> {}
      }
    }
    if (kind == null) {
      kind = literalKind;
    } else if (kind != literalKind) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      reader.advance();
    }
    literal(isRaw, isFormat);
    return true;
  }

  /** The finished token; puts the call of an f-string in front of what comes next. */
  Token finish(Ast.Position start) {
    if (call.length() > 0) {
      reader.inject(call.append(')'));
    }
    return switch (kind) {
      case STRING -> new Token(kind, start, value.toString(), null);
      case BYTES -> new Token(kind, start, null, bytes());
      default -> new Token(kind, start, hint, null);
    };
  }

  private byte[] bytes() {
    byte[] result = new byte[value.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) value.charAt(i);
    }
    return result;
  }

  private void fail(TokenKind failure, String text) {
    kind = failure;
    hint = text;
  }

  private void literal(boolean isRaw, boolean isFormat) {
    int quote = reader.current();
    reader.advance();
    int quotes = 1;
    if (reader.current() == quote && reader.peek(1) == quote) {
      reader.advance();
      reader.advance();
      quotes = 3;
    }
    if (isFormat && call.length() == 0) {
      call.append(".format(");
    }
    int closing = 0;
    while (closing < quotes) {
      int c = reader.current();
      if (c == SourceReader.END || (quotes == 1 && c == '\n')) {
        fail(TokenKind.LONELY_STRING_OPEN, "this string literal is never closed");
        return;
      }
      if (c == quote) {
        closing++;
        value.append((char) c);
        reader.advance();
      } else {
        closing = 0;
        piece(c, isRaw, isFormat);
      }
    }
    value.setLength(value.length() - quotes);
  }

  /** One character, escape or replacement field. */
  private void piece(int c, boolean isRaw, boolean isFormat) {
    if (isFormat && c == '{') {
      reader.advance();
      if (reader.isAt('{')) {
        value.append('{');
        reader.advance();
      } else {
        field();
      }
      value.append('{');
    } else if (c == '\\') {
      reader.advance();
      if (isRaw) {
        value.append('\\');
        plain();
      } else {
        escape();
      }
    } else {
      plain();
    }
  }

  /** The character that stands here, as itself. */
  private void plain() {
    int c = reader.current();
    if (c == SourceReader.END) {
      return;
    }
    reader.advance();
    if (kind != TokenKind.BYTES || c < 0x80) {
      value.append((char) c);
      return;
    }
    if (Utf8.isKeptByte(c)) {
      value.append((char) (c & 0xff));
      return;
    }
    int codePoint = c;
    if (Character.isHighSurrogate((char) c)
        && reader.current() != SourceReader.END
        && Character.isLowSurrogate((char) reader.current())) {
      codePoint = Character.toCodePoint((char) c, (char) reader.current());
      reader.advance();
    }
    appendUtf8(codePoint);
  }

  private void appendUtf8(int codePoint) {
    if (codePoint < 0x800) {
      value.append((char) (0xc0 | codePoint >> 6));
    } else {
      if (codePoint < 0x10000) {
        value.append((char) (0xe0 | codePoint >> 12));
      } else {
        value.append((char) (0xf0 | codePoint >> 18));
        value.append((char) (0x80 | codePoint >> 12 & 0x3f));
      }
      value.append((char) (0x80 | codePoint >> 6 & 0x3f));
    }
    value.append((char) (0x80 | codePoint & 0x3f));
  }

  /**
   * The expression of a replacement field, up to its {@code :}, {@code !r}, {@code !s} or closing
   * brace, which stay where they are. Brackets are counted, quotes are not looked at.
   */
  private void field() {
    call.append('(');
    int start = call.length();
    int depth = 0;
    while (!isEndOfExpression(depth)) {
      int c = reader.current();
      if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
      call.append((char) c);
      reader.advance();
    }
    int last = call.length() - 1;
    if (call.charAt(last) == '=') {
      value.append(call, start, last + 1);
      call.setLength(last);
    }
    if (call.length() == start) {
      fail(TokenKind.MALFORMED_FSTRING, "the braces of an f-string need an expression");
    }
    call.append("),");
  }

  private boolean isEndOfExpression(int depth) {
    int c = reader.current();
    if (c == SourceReader.END) {
      return true;
    }
    if (depth != 0) {
      return false;
    }
    if (c == '!') {
      int conversion = reader.peek(1);
      int after = reader.peek(2);
      return (conversion == 'r' || conversion == 's') && (after == ':' || after == '}');
    }
    return c == ':' || c == '}';
  }

  /** What follows a backslash. */
  private void escape() {
    int c = reader.current();
    switch (c) {
      case '\n' -> reader.advance();
      case '\\', '\'', '"' -> plain();
      case 'a' -> simple(0x07);
      case 'b' -> simple(0x08);
      case 't' -> simple(0x09);
      case 'n' -> simple(0x0a);
      case 'v' -> simple(0x0b);
      case 'f' -> simple(0x0c);
      case 'r' -> simple(0x0d);
      case 'x' -> hex(2);
      case 'u' -> unicode(4);
      case 'U' -> unicode(8);
      case 'N' ->
          throw new PySyntaxError(
              Kind.NOT_IMPLEMENTED, reader.position(), "unicode name escapes", null);
      default -> {
        if (c >= '0' && c <= '7') {
          octal();
        } else {
          value.append('\\');
          plain();
        }
      }
    }
  }

  private void simple(int codePoint) {
    reader.advance();
    append(codePoint);
  }

  /** Bytes have no escapes for characters: the backslash stands for itself. */
  private void unicode(int digits) {
    if (kind == TokenKind.BYTES) {
      value.append('\\');
      plain();
    } else {
      hex(digits);
    }
  }

  private void hex(int digits) {
    reader.advance();
    int code = 0;
    for (int i = 0; i < digits; i++) {
      int digit = hexDigit(reader.current());
      if (digit < 0) {
        fail(TokenKind.INVALID, "this escape needs " + digits + " hexadecimal digits");
        return;
      }
      // Eight digits may leave the range of int; anything that large is refused either way.
      code = code > 0x10ffff ? code : code << 4 | digit;
      reader.advance();
    }
    append(code);
  }

  private static int hexDigit(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return c >= 0 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  private void octal() {
    int code = 0;
    for (int i = 0; i < 3 && reader.current() >= '0' && reader.current() <= '7'; i++) {
      code = code * 8 + reader.current() - '0';
      reader.advance();
    }
    append(code);
  }

  private void append(int code) {
    if (code >= (kind == TokenKind.BYTES ? 0x100 : 0x110000)) {
      fail(TokenKind.INVALID, "this escape is out of range");
    } else if (kind == TokenKind.BYTES) {
      value.append((char) code);
    } else {
      value.appendCodePoint(code);
    }
  }
}
