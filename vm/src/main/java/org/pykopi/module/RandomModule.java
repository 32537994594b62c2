package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/** {@code random}: pseudo-random numbers; the same sequence from the same seed as the reference. */
public final class RandomModule {
  private RandomModule() {}

  private static final String STATE = "random";

  /** What Pycopy starts from, so that every program sees the same numbers. */
  private static final int FIRST_SEED = 0xeda4baba;

  public static PyModule create(PyContext ctx) {
    generator(ctx);
    return new ModuleTable("random")
        .fn1("getrandbits", RandomModule::getrandbits)
        .fn("seed", ctx.profile.isPycopy() ? 1 : 0, 1, RandomModule::seed)
        .when(ctx.profile.isFull())
        .fn("randrange", 1, 3, RandomModule::randrange)
        .fn2("randint", RandomModule::randint)
        .fn1("choice", RandomModule::choice)
        .fn0("random", RandomModule::random)
        .fn2("uniform", RandomModule::uniform)
        .build();
  }

  /** The Yasmarang generator of Ilya Levin (public domain): 32 bits at each step. */
  private static final class Generator {
    private int pad;
    private int n;
    private int d;
    private int dat;

    void seed(int value) {
      pad = value;
      n = 69;
      d = 233;
      dat = 0;
    }

    int next() {
      pad += dat + d * n;
      pad = (pad << 3) + (pad >>> 29);
      n = pad | 2;
      d ^= (pad << 31) + (pad >>> 1);
      dat = (dat ^ pad ^ (d >>> 8) ^ 1) & 0xff;
      return pad ^ (d << 5) ^ (pad >>> 18) ^ (dat << 1);
    }

    long nextUnsigned() {
      return next() & 0xffffffffL;
    }

    /**
     * A number from 0 up to, not including, {@code limit}, which is unsigned and 0 for 2**64: as
     * many bits as it needs, until one is small enough.
     */
    long below(long limit) {
      long mask = limit == 0 ? -1 : 1;
      while (limit != 0 && Long.compareUnsigned(mask, limit) < 0) {
        mask = mask << 1 | 1;
      }
      long result;
      do {
        result = nextUnsigned();
        if (limit == 0 || limit >>> 32 != 0) {
          result |= nextUnsigned() << 32;
        }
        result &= mask;
      } while (limit != 0 && Long.compareUnsigned(result, limit) >= 0);
      return result;
    }

    /** A number from 0 up to 1: 52 bits of fraction. */
    double fraction() {
      long high = nextUnsigned();
      long bits = (high << 32 | nextUnsigned()) & 0xfffffffffffffL;
      return bits * 0x1p-52;
    }
  }

  private static Generator generator(PyContext ctx) {
    Generator generator = (Generator) ctx.moduleState.get(STATE);
    if (generator == null) {
      generator = new Generator();
      generator.seed(ctx.profile.isPycopy() ? FIRST_SEED : entropy(ctx));
      ctx.moduleState.put(STATE, generator);
    }
    return generator;
  }

  private static int entropy(PyContext ctx) {
    byte[] bytes = new byte[4];
    ctx.host.entropy().fill(bytes);
    return bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
  }

  private static PyException emptyRange(PyContext ctx) {
    return Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
  }

  /** getrandbits(count) -> int: a number of that many bits, 32 at most. */
  private static PyObject getrandbits(PyContext ctx, PyObject count) {
    long bits = Args.toLong(ctx, count);
    if (bits < 0 || bits > 32) {
      throw Errors.valueError(ctx, "bits must be 32 or less");
    }
    if (bits == 0 && ctx.profile.isPycopy()) {
      throw emptyRange(ctx);
    }
    return bits == 0
        ? PyInt.of(0)
        : PyInt.of(generator(ctx).nextUnsigned() & 0xffffffffL >>> (32 - bits));
  }

  /**
   * seed(value=None): starts the sequence of that number; without one, an unforeseeable sequence.
   */
  private static PyObject seed(PyContext ctx, PyObject[] args, int at, int nargs) {
    boolean isRandom = nargs == 0 || args[at] == PyNone.NONE;
    generator(ctx).seed(isRandom ? entropy(ctx) : Args.toBigInteger(ctx, args[at]).intValue());
    return PyNone.NONE;
  }

  /** randrange([start,] stop[, step]) -> int: one of the numbers of that range. */
  private static PyObject randrange(PyContext ctx, PyObject[] args, int at, int nargs) {
    long start = Args.toLong(ctx, args[at]);
    if (nargs == 1) {
      return PyInt.of(between(ctx, 0, start));
    }
    long stop = Args.toLong(ctx, args[at + 1]);
    if (nargs == 2) {
      return PyInt.of(between(ctx, start, stop));
    }
    long step = Args.toLong(ctx, args[at + 2]);
    if (step == 0) {
      throw emptyRange(ctx);
    }
    long count = (stop - start + step + (step > 0 ? -1 : 1)) / step;
    return PyInt.of(start + step * between(ctx, 0, count));
  }

  private static long between(PyContext ctx, long start, long stop) {
    if (start >= stop) {
      throw emptyRange(ctx);
    }
    return start + generator(ctx).below(stop - start);
  }

  /** randint(a, b) -> int: a number from a to b, both included. */
  private static PyObject randint(PyContext ctx, PyObject a, PyObject b) {
    long low = Args.toLong(ctx, a);
    long high = Args.toLong(ctx, b);
    if (low > high) {
      throw emptyRange(ctx);
    }
    return PyInt.of(low + generator(ctx).below(high - low + 1));
  }

  /** choice(sequence) -> object: one of the items. */
  private static PyObject choice(PyContext ctx, PyObject sequence) {
    int length = Operators.length(ctx, sequence);
    if (length == 0) {
      throw Errors.of(ctx, ExceptionTypes.INDEX_ERROR);
    }
    return sequence.getItem(ctx, PyInt.of((int) generator(ctx).below(length)));
  }

  /** random() -> float: a number from 0 to 1, 1 not included. */
  private static PyObject random(PyContext ctx) {
    return new PyFloat(generator(ctx).fraction());
  }

  /** uniform(a, b) -> float: a number between a and b. */
  private static PyObject uniform(PyContext ctx, PyObject a, PyObject b) {
    double low = Args.toDouble(ctx, a);
    double high = Args.toDouble(ctx, b);
    return new PyFloat(low + (high - low) * generator(ctx).fraction());
  }
}
