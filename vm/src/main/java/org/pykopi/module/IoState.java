package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.object.PyContext;

/**
 * The console streams of a runtime, shared by {@code io.open(0)} and {@code sys.stdin}, and the
 * numbers of its files.
 */
final class IoState {
  static final int FIRST_FILE_NUMBER = 3;

  /** Standard input, output and error. */
  final PyFile[] text = new PyFile[FIRST_FILE_NUMBER];

  final PyFile[] binary = new PyFile[FIRST_FILE_NUMBER];
  private int lastNumber = FIRST_FILE_NUMBER - 1;

  private IoState(PyContext ctx) {
    for (int i = 0; i < FIRST_FILE_NUMBER; i++) {
      ConsoleFile file = new ConsoleFile(ctx, i);
      int access = i == 0 ? FileSystem.READ : FileSystem.WRITE;
      binary[i] = new PyFile(PyFile.BINARY, file, i, access);
      text[i] = new PyFile(PyFile.TEXT, file, i, access, binary[i]);
    }
  }

  static IoState of(PyContext ctx) {
    IoState state = (IoState) ctx.moduleState.get("io");
    if (state == null) {
      state = new IoState(ctx);
      ctx.moduleState.put("io", state);
    }
    return state;
  }

  int nextNumber() {
    return ++lastNumber;
  }
}
