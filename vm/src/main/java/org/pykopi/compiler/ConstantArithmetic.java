package org.pykopi.compiler;

import java.math.BigInteger;
import org.pykopi.bytecode.ComplexConstant;
import org.pykopi.bytecode.Constant;
import org.pykopi.syntax.Ast.BinaryOperator;
import org.pykopi.syntax.Ast.UnaryOperator;
import org.pykopi.util.BigBits;
import org.pykopi.util.RealFunctions;

/**
 * Computes with constants at compile time. Ints are {@code Long}, or {@code BigInteger} when they
 * do not fit; floats are {@code Double}. Whatever would raise an exception, give a complex number
 * or become huge is left to run time: the result is null.
 */
final class ConstantArithmetic {
  /**
   * Results with more bits stay uncomputed; a source text must not be able to eat the memory of the
   * compiler.
   */
  private static final int MAX_BITS = 1 << 20;

  private ConstantArithmetic() {}

  static boolean isInt(Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }

  static boolean isNumber(Object value) {
    return isInt(value) || value instanceof Double;
  }

  /** The canonical form of an int. */
  static Object intOf(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  static boolean isTrue(Object value) {
    if (value instanceof Long number) {
      return number != 0;
    }
    if (value instanceof Double number) {
      return number != 0;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof byte[] bytes) {
      return bytes.length != 0;
    }
    if (value instanceof Object[] items) {
      return items.length != 0;
    }
    if (value instanceof ComplexConstant number) {
      return number.re() != 0 || number.im() != 0;
    }
    return value != Constant.NONE && value != Constant.FALSE;
  }

  /** The operand is a number. */
  static Object unary(UnaryOperator operator, Object operand) {
    if (operand instanceof Double number) {
      return switch (operator) {
        case POSITIVE -> number;
        case NEGATIVE -> RealFunctions.negate(number);
        case INVERT -> null;
      };
    }
    BigInteger value = big(operand);
    return switch (operator) {
      case POSITIVE -> operand;
      case NEGATIVE -> intOf(value.negate());
      case INVERT -> intOf(value.not());
    };
  }

  /** Both operands are numbers. */
  static Object binary(BinaryOperator operator, Object left, Object right) {
    if (left instanceof Double || right instanceof Double) {
      return floatBinary(operator, asDouble(left), asDouble(right));
    }
    return intBinary(operator, big(left), big(right));
  }

  // ---- ints ----

  private static Object intBinary(BinaryOperator operator, BigInteger left, BigInteger right) {
    boolean isDivision =
        operator == BinaryOperator.DIVIDE
            || operator == BinaryOperator.FLOOR_DIVIDE
            || operator == BinaryOperator.MODULO;
    if (isDivision && right.signum() == 0) {
      return null;
    }
    return switch (operator) {
      case OR -> intOf(left.or(right));
      case XOR -> intOf(BigBits.xor(left, right));
      case AND -> intOf(left.and(right));
      case LEFT_SHIFT -> shiftLeft(left, right);
      case RIGHT_SHIFT -> shiftRight(left, right);
      case ADD -> intOf(left.add(right));
      case SUBTRACT -> intOf(left.subtract(right));
      case MULTIPLY -> multiply(left, right);
      case MATRIX_MULTIPLY -> null;
      case DIVIDE -> (Object) (asDouble(left) / asDouble(right));
      case FLOOR_DIVIDE -> intOf(floorDivide(left, right));
      case MODULO -> intOf(left.subtract(floorDivide(left, right).multiply(right)));
      case POWER -> power(left, right);
    };
  }

  private static Object multiply(BigInteger left, BigInteger right) {
    boolean isHuge = left.bitLength() + right.bitLength() > MAX_BITS;
    return isHuge ? null : intOf(left.multiply(right));
  }

  private static Object shiftLeft(BigInteger value, BigInteger count) {
    if (count.signum() < 0 || count.bitLength() > 63) {
      return null;
    }
    if (value.signum() == 0) {
      return 0L;
    }
    boolean isHuge = count.bitLength() > 30 || value.bitLength() + count.intValue() > MAX_BITS;
    return isHuge ? null : intOf(value.shiftLeft(count.intValue()));
  }

  private static Object shiftRight(BigInteger value, BigInteger count) {
    if (count.signum() < 0 || count.bitLength() > 63) {
      return null;
    }
    if (count.bitLength() > 30) {
      return value.signum() < 0 ? -1L : 0L;
    }
    return intOf(value.shiftRight(count.intValue()));
  }

  private static BigInteger floorDivide(BigInteger left, BigInteger right) {
    BigInteger[] parts = left.divideAndRemainder(right);
    boolean roundsDown = parts[1].signum() != 0 && parts[1].signum() != right.signum();
    return roundsDown ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Object power(BigInteger base, BigInteger exponent) {
    if (exponent.signum() < 0) {
      return floatBinary(BinaryOperator.POWER, asDouble(base), asDouble(exponent));
    }
    boolean isUnit = base.abs().equals(BigInteger.ONE);
    if (isUnit || base.signum() == 0) {
      boolean isPositive = exponent.signum() == 0 || isUnit && !exponent.testBit(0);
      return isPositive ? (Object) 1L : intOf(base);
    }
    boolean isHuge =
        exponent.bitLength() > 30 || (long) base.abs().bitLength() * exponent.intValue() > MAX_BITS;
    return isHuge ? null : intOf(base.pow(exponent.intValue()));
  }

  // ---- floats ----

  private static Double floatBinary(BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> right == 0 ? null : (Double) (left / right);
      case FLOOR_DIVIDE -> right == 0 ? null : (Double) floorDivide(left, right);
      case MODULO -> right == 0 ? null : (Double) modulo(left, right);
      case POWER -> floatPower(left, right);
      default -> null;
    };
  }

  private static double floorDivide(double left, double right) {
    double remainder = RealFunctions.remainder(left, right);
    double quotient = (left - remainder) / right;
    if (remainder != 0 && (remainder < 0) != (right < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return RealFunctions.copySign(0.0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static double modulo(double left, double right) {
    double remainder = RealFunctions.remainder(left, right);
    if (remainder == 0) {
      return RealFunctions.copySign(0.0, right);
    }
    return (remainder < 0) != (right < 0) ? remainder + right : remainder;
  }

  private static Double floatPower(double base, double exponent) {
    if (base == 0 && exponent < 0 && !Double.isInfinite(exponent)) {
      return null;
    }
    if (base < 0 && exponent != Math.floor(exponent) && !Double.isNaN(exponent)) {
      return null; // a complex number
    }
    return RealFunctions.pow(base, exponent);
  }

  private static BigInteger big(Object value) {
    return value instanceof Long number ? BigInteger.valueOf(number) : (BigInteger) value;
  }

  private static double asDouble(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    return value instanceof Long number ? (double) number : asDouble((BigInteger) value);
  }

  /** Rounds after every 32 bits, as the reference does, which is not always the nearest double. */
  private static double asDouble(BigInteger value) {
    BigInteger rest = value.abs();
    double result = 0;
    for (int shift = (rest.bitLength() + 31) / 32 * 32 - 32; shift >= 0; shift -= 32) {
      long digit = rest.shiftRight(shift).longValue() & 0xffffffffL;
      result = result * 4294967296.0 + digit;
    }
    return value.signum() < 0 ? -result : result;
  }
}
