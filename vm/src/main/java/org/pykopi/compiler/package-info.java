/**
 * Tree to code objects: constant folding, scopes of names, emission of bytecode. The result equals
 * the reference cross-compiler's byte for byte. Read {@link org.pykopi.compiler.Compiler} first;
 * {@link org.pykopi.compiler.Scope} and {@link org.pykopi.compiler.Emitter} next. May import {@code
 * syntax}, {@code bytecode} and {@code util}.
 */
package org.pykopi.compiler;
