package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
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
    return new ModuleTable("io")
        .fnKw("open", OPEN, IoModule::open)
        .constant("IOBase", PyIoBase.TYPE)
        .constant("StringIO", PyMemoryStream.STRING_IO)
        .constant("BytesIO", PyMemoryStream.BYTES_IO)
        .constant("FileIO", PyFile.BINARY)
        .constant("TextIOWrapper", PyFile.TEXT)
        .constant("BufferedWriter", PyBufferedWriter.TYPE)
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
