package org.pykopi.syntax;

/**
 * One token. {@code text} is the name, the digits of a number without underscores, the value of a
 * string, or the hint of a token that is wrong; else null. {@code bytes} is the value of a bytes
 * literal, else null.
 */
public record Token(TokenKind kind, Ast.Position position, String text, byte[] bytes) {}
