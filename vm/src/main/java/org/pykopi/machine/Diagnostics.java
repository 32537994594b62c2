package org.pykopi.machine;

import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * The errors of one function. A type error does not stop the work at once: the last one of a
 * statement is reported.
 */
final class Diagnostics {
  private Position place;
  private String typeError;

  Diagnostics(Position function) {
    place = function;
  }

  /** A statement starts. */
  void line(int line) {
    place = new Position(line, 0);
  }

  /** A statement ends. */
  void check(Position position) {
    if (typeError != null) {
      throw new PySyntaxError(PySyntaxError.Kind.VIPER_TYPE, position, typeError, null);
    }
  }

  /** Notes a ViperTypeError. */
  void typeError(String message) {
    typeError = message;
  }

  /** What no machine code exists for. */
  PySyntaxError unsupported(String message) {
    return new PySyntaxError(PySyntaxError.Kind.NOT_IMPLEMENTED, place, message, null);
  }
}
