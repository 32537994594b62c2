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
import org.pykopi.util.BlockHash;
import org.pykopi.util.Md5;
import org.pykopi.util.Sha1;
import org.pykopi.util.Sha256;

/** {@code hashlib}: SHA-256, SHA-1 and MD5. */
public final class HashlibModule {
  private HashlibModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("hashlib")
        .constant("sha256", Hash.SHA256)
        .constant("sha1", Hash.SHA1)
        .constant("md5", Hash.MD5)
        .build();
  }

  /** An object that data is fed into. */
  private static final class Hash extends PyObject {
    static final PyType SHA256 = table("sha256").constructor(Hash::sha256).build();
    static final PyType SHA1 = table("sha1").constructor(Hash::sha1).build();
    static final PyType MD5 = table("md5").constructor(Hash::md5).build();

    private final PyType type;

    /** Null after {@code digest}, as in the reference. */
    private BlockHash hash;

    private Hash(PyType type, BlockHash hash) {
      this.type = type;
      this.hash = hash;
    }

    private static TypeTable table(String name) {
      return new TypeTable(name).fn2("update", Hash::update).fn1("digest", Hash::digest);
    }

    @Override
    public PyType type() {
      return type;
    }

    /** sha256([data]) */
    private static PyObject sha256(
        PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      return make(ctx, new Hash(SHA256, new Sha256()), args, at, nargs, nkw);
    }

    /** sha1([data]) */
    private static PyObject sha1(
        PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      return make(ctx, new Hash(SHA1, new Sha1()), args, at, nargs, nkw);
    }

    /** md5([data]) */
    private static PyObject md5(
        PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      return make(ctx, new Hash(MD5, new Md5()), args, at, nargs, nkw);
    }

    private static PyObject make(
        PyContext ctx, Hash hash, PyObject[] args, int at, int nargs, int nkw) {
      Args.checkCount(ctx, nargs, nkw, 0, 1);
      if (nargs == 1) {
        update(ctx, hash, args[at]);
      }
      return hash;
    }

    private static Hash of(PyContext ctx, PyObject self) {
      if (!(Args.unwrap(self) instanceof Hash hash)) {
        throw Errors.typeError(ctx, "hash object required");
      }
      if (hash.hash == null) {
        throw Errors.valueError(ctx, "hash is final");
      }
      return hash;
    }

    /** update(data): adds data to what is hashed. */
    private static PyObject update(PyContext ctx, PyObject self, PyObject data) {
      Hash hash = of(ctx, self);
      BufferView view = Args.toBuffer(ctx, data);
      hash.hash.update(view.data(), view.offset(), view.length());
      return PyNone.NONE;
    }

    /** digest() -> bytes: the hash of all data; the object cannot be used afterwards. */
    private static PyObject digest(PyContext ctx, PyObject self) {
      Hash hash = of(ctx, self);
      byte[] digest = hash.hash.digest();
      hash.hash = null;
      return PyBytes.of(digest);
    }
  }
}
