package org.pykopi.syntax;

import org.pykopi.util.Profile;

/** Tokens as text, one per line: {@code line:column KIND value}. */
public final class TokenPrinter {
  private TokenPrinter() {}

  /** All tokens of a source text up to END. */
  public static String print(String text) {
    Lexer lexer = new Lexer(text, Profile.MICROPYTHON);
    StringBuilder out = new StringBuilder();
    Token token;
    do {
      token = lexer.next();
      out.append(token.position().line()).append(':').append(token.position().column());
      out.append(' ').append(token.kind().name());
      switch (token.kind()) {
        case NAME, INTEGER, FLOAT_OR_IMAGINARY -> out.append(' ').append(token.text());
        case STRING -> out.append(' ').append(TextQuoter.quote(token.text()));
        case BYTES -> out.append(' ').append(TextQuoter.quote(token.bytes()));
        default -> {}
      }
      out.append('\n');
    } while (token.kind() != TokenKind.END);
    return out.toString();
  }
}
