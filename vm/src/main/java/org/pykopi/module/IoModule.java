package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Names;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;

/** {@code io}: files and streams in memory. */
public final class IoModule {
  private IoModule() {}

  /** Parameters of {@link #open}, which is also a builtin. */
  public static final Signature OPEN =
      Signature.of("file", "mode=", "buffering=-1", "encoding=None");

  public static PyModule create(PyContext ctx) {
    boolean isPycopy = ctx.profile.isPycopy();
    return new ModuleTable("io")
        .fnKw("open", OPEN, IoModule::open)
        .constant("IOBase", PyIoBase.TYPE)
        .constant("StringIO", PyMemoryStream.STRING_IO)
        .constant("BytesIO", PyMemoryStream.BYTES_IO)
        .constant("FileIO", PyFile.BINARY)
        .constant("TextIOWrapper", isPycopy ? PyTextIo.TYPE : PyFile.TEXT)
        .when(ctx.profile.isFull())
        .constant("BufferedWriter", PyBufferedWriter.TYPE)
        .when(ctx.profile.isDev())
        .constant("BufferedReader", PyBufferedReader.TYPE)
        .fn2("resource_stream", IoModule::resource_stream)
        .when(isPycopy)
        .constant("TextIOBase", PyTextIo.TYPE)
        .constant("WANT_READ", PyInt.of(Stream.WANTS_READ))
        .constant("WANT_WRITE", PyInt.of(Stream.WANTS_WRITE))
        .build();
  }

  /**
   * open(file, mode='r', buffering=-1, encoding=None) -> stream: opens a file by path, or a console
   * stream by number 0, 1 or 2. Encoding is always UTF-8.
   */
  public static PyObject open(PyContext ctx, PyObject[] args) {
    String mode = args[1] == null ? "r" : Args.toText(ctx, args[1]);
    PyType type = mode.indexOf('b') >= 0 ? PyFile.BINARY : PyFile.TEXT;
    IoState state = IoState.of(ctx);
    if (args[0] instanceof PyInt number) {
      if (number.value < 0 || number.value >= IoState.FIRST_FILE_NUMBER) {
        throw Errors.osError(ctx, HostException.EBADF);
      }
      return (type == PyFile.TEXT ? state.text : state.binary)[number.value];
    }
    return Mounts.of(ctx).open(args[0], PyStr.of(mode));
  }

  /**
   * resource_stream(package, path) -> stream: the file at a path in the folder of a package; None
   * for the package means the path is complete.
   */
  private static PyObject resource_stream(PyContext ctx, PyObject name, PyObject path) {
    String file = Args.toText(ctx, path);
    if (name != PyNone.NONE) {
      PyObject found = ctx.importModule(Args.toStr(ctx, name), PyBool.TRUE, 0);
      if (!(Attributes.find(ctx, found, Names.PATH) instanceof PyStr folder)) {
        throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
      }
      file = folder.value() + "/" + file;
    }
    return Mounts.of(ctx).open(PyStr.of(file), PyStr.of("r"));
  }

  /** The host's flags of a mode; unknown letters count for nothing, as in the reference. */
  static int flags(String mode) {
    int access = FileSystem.READ;
    int extra = 0;
    for (int i = 0; i < mode.length(); i++) {
      switch (mode.charAt(i)) {
        case 'r':
          access = FileSystem.READ;
          break;
        case 'w':
          access = FileSystem.WRITE;
          extra = FileSystem.CREATE | FileSystem.TRUNCATE;
          break;
        case 'a':
          access = FileSystem.WRITE;
          extra = FileSystem.CREATE | FileSystem.APPEND;
          break;
        case 'x':
          access = FileSystem.WRITE;
          extra = FileSystem.CREATE | FileSystem.EXCLUSIVE;
          break;
        case '+':
          access = FileSystem.READ | FileSystem.WRITE;
          break;
        default:
      }
    }
    return access | extra;
  }
}
