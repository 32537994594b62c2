/**
 * Source text to tokens to tree. Read {@link org.pykopi.syntax.Ast} first, then the lexer, then the
 * two parsers. The tree says where each rule of the grammar began, because line tables and error
 * messages are made from that. Imports nothing but {@code org.pykopi.util}.
 */
package org.pykopi.syntax;
