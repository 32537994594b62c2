package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.util.Aes;

/** {@code cryptolib}: the AES cipher with keys of 128 and 256 bits in modes ECB, CBC and CTR. */
public final class CryptolibModule {
  private CryptolibModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("cryptolib").constant("aes", Cipher.TYPE).build();
  }

  /** One message under way; it is either encrypted or decrypted. */
  private static final class Cipher extends PyObject {
    static final PyType TYPE =
        new TypeTable("aes")
            .constructor(Cipher::make)
            .fn("encrypt", 2, 3, Cipher::encrypt)
            .fn("decrypt", 2, 3, Cipher::decrypt)
            .build();

    private static final int ECB = 1;
    private static final int CBC = 2;
    private static final int CTR = 6;

    private enum Direction {
      UNKNOWN,
      ENCRYPT,
      DECRYPT
    }

    private final Aes aes;
    private final int mode;
    private Direction direction = Direction.UNKNOWN;

    /** CBC: the encrypted block before. CTR: the counter, high byte first. Null in mode ECB. */
    private final byte[] chain;

    /** CTR: the encrypted counter, and how much of it is used up. */
    private final byte[] pad = new byte[Aes.BLOCK];

    private int padUsed = Aes.BLOCK;

    private Cipher(Aes aes, int mode, byte[] chain) {
      this.aes = aes;
      this.mode = mode;
      this.chain = chain;
    }

    @Override
    public PyType type() {
      return TYPE;
    }

    /** aes(key, mode[, IV]); mode is 1 for ECB, 2 for CBC, 6 for CTR. */
    private static PyObject make(
        PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 2, 3);
      int mode = Args.toInt(ctx, args[at + 1]);
      if (mode != ECB && mode != CBC && mode != CTR) {
        throw Errors.valueError(ctx, "mode");
      }
      BufferView key = Args.toBuffer(ctx, args[at]);
      if (key.length() != 16 && key.length() != 32) {
        throw Errors.valueError(ctx, "key");
      }
      byte[] chain = null;
      if (nargs == 3 && args[at + 2] != PyNone.NONE) {
        chain = Args.toBuffer(ctx, args[at + 2]).copy();
      }
      if (chain == null ? mode != ECB : chain.length != Aes.BLOCK) {
        throw Errors.valueError(ctx, "IV");
      }
      return new Cipher(new Aes(key.copy()), mode, chain);
    }

    /** encrypt(data[, target]) -> bytes or target */
    private static PyObject encrypt(PyContext ctx, PyObject[] args, int at, int nargs) {
      return process(ctx, args, at, nargs, Direction.ENCRYPT);
    }

    /** decrypt(data[, target]) -> bytes or target */
    private static PyObject decrypt(PyContext ctx, PyObject[] args, int at, int nargs) {
      return process(ctx, args, at, nargs, Direction.DECRYPT);
    }

    private static PyObject process(
        PyContext ctx, PyObject[] args, int at, int nargs, Direction direction) {
      if (!(Args.unwrap(args[at]) instanceof Cipher cipher)) {
        throw Errors.wrongSelf(ctx, "aes", args[at]);
      }
      BufferView source = Args.toBuffer(ctx, args[at + 1]);
      int length = source.length();
      if (cipher.mode != CTR && length % Aes.BLOCK != 0) {
        throw Errors.valueError(ctx, "blksize % 16");
      }
      BufferView target = nargs == 3 ? Args.toWritableBuffer(ctx, args[at + 2]) : null;
      if (target != null && target.length() < length) {
        throw Errors.valueError(ctx, "output too small");
      }
      if (cipher.direction != Direction.UNKNOWN && cipher.direction != direction) {
        throw Errors.valueError(ctx, "can't encrypt & decrypt");
      }
      cipher.direction = direction;
      byte[] data = source.copy();
      cipher.process(data);
      if (target == null) {
        return PyBytes.of(data);
      }
      System.arraycopy(data, 0, target.data(), target.offset(), length);
      return args[at + 2];
    }

    private void process(byte[] data) {
      if (mode == CTR) {
        count(data);
        return;
      }
      for (int i = 0; i < data.length; i += Aes.BLOCK) {
        if (direction == Direction.ENCRYPT) {
          encryptBlock(data, i);
        } else {
          decryptBlock(data, i);
        }
      }
    }

    private void encryptBlock(byte[] data, int at) {
      if (mode == CBC) {
        add(data, at, chain);
      }
      aes.encrypt(data, at, data, at);
      if (mode == CBC) {
        System.arraycopy(data, at, chain, 0, Aes.BLOCK);
      }
    }

    private void decryptBlock(byte[] data, int at) {
      byte[] encrypted = new byte[Aes.BLOCK];
      System.arraycopy(data, at, encrypted, 0, Aes.BLOCK);
      aes.decrypt(data, at, data, at);
      if (mode == CBC) {
        add(data, at, chain);
        System.arraycopy(encrypted, 0, chain, 0, Aes.BLOCK);
      }
    }

    private static void add(byte[] data, int at, byte[] block) {
      for (int i = 0; i < Aes.BLOCK; i++) {
        data[at + i] ^= block[i];
      }
    }

    /** Mode CTR: the same both ways, for data of any length. */
    private void count(byte[] data) {
      for (int i = 0; i < data.length; i++) {
        if (padUsed == Aes.BLOCK) {
          nextPad();
        }
        data[i] ^= pad[padUsed++];
      }
    }

    private void nextPad() {
      aes.encrypt(chain, 0, pad, 0);
      padUsed = 0;
      int at = Aes.BLOCK - 1;
      chain[at]++;
      while (at > 0 && chain[at] == 0) {
        at--;
        chain[at]++;
      }
    }
  }
}
