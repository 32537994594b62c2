package org.pykopi.machine;

import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * The errors of one function. After a type error the rest of the list of statements is left out,
 * but not what the compiler adds around it, which may have errors too: the last one is reported, at
 * the place of the first.
 */
final class Diagnostics {
  private Position place;
  private String typeError;
  private Position placeOfError;

  Diagnostics(Position function) {
    place = function;
  }

  /** A statement starts. */
  void line(int line) {
    place = new Position(line, 0);
  }

  /** A statement ends. Whether there was an error. */
  boolean check(Position position) {
    if (typeError != null && placeOfError == null) {
      placeOfError = position;
    }
    return typeError != null;
  }

  /** The function ends. */
  void report() {
    if (typeError != null) {
      throw new PySyntaxError(PySyntaxError.Kind.VIPER_TYPE, placeOfError, typeError, null);
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
