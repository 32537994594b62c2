package org.pykopi.module;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyType;

/**
 * The console streams of a runtime, shared by {@code io.open(0)} and {@code sys.stdin}, and the
 * numbers of its files.
 */
final class IoState {
  static final int FIRST_FILE_NUMBER = 3;

  /** Standard input, output and error. */
  final PyFile[] text = new PyFile[FIRST_FILE_NUMBER];

  final PyFile[] binary = new PyFile[FIRST_FILE_NUMBER];

  /** A file by number - {@link #FIRST_FILE_NUMBER}; null where none is open. */
  private final List<Opened> opened = new ArrayList<>();

  /** What is known of an open stream without keeping its object alive. */
  private record Opened(WeakReference<PyStream> stream, Runnable close) {}

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

  /** A stream for an open file; it gets the smallest number that no other one has. */
  PyFile add(PyType type, FileSystem.OpenFile target, int flags) {
    int index = freeIndex();
    PyFile file = new PyFile(type, target, index + FIRST_FILE_NUMBER, flags);
    opened.set(index, new Opened(new WeakReference<>(file), target::close));
    return file;
  }

  /** The number of a new stream; {@code close} ends it when nobody has it any more. */
  int add(PyStream stream, Runnable close) {
    int index = freeIndex();
    opened.set(index, new Opened(new WeakReference<>(stream), close));
    return index + FIRST_FILE_NUMBER;
  }

  private int freeIndex() {
    int index = opened.indexOf(null);
    if (index < 0) {
      index = opened.size();
      opened.add(null);
    }
    return index;
  }

  /** The stream of that number, or null. */
  PyStream at(int number) {
    if (number < FIRST_FILE_NUMBER) {
      return text[number];
    }
    int index = number - FIRST_FILE_NUMBER;
    Opened found = index < opened.size() ? opened.get(index) : null;
    return found == null ? null : found.stream.get();
  }

  /** Called when a file is closed. */
  void release(int number) {
    if (number >= FIRST_FILE_NUMBER) {
      opened.set(number - FIRST_FILE_NUMBER, null);
    }
  }

  boolean hasOpenFiles() {
    for (Opened file : opened) {
      if (file != null) {
        return true;
      }
    }
    return false;
  }

  /** Closes the files whose objects are gone. */
  void closeLost() {
    for (int i = 0; i < opened.size(); i++) {
      Opened lost = opened.get(i);
      if (lost != null && lost.stream.get() == null) {
        opened.set(i, null);
        close(lost.close);
      }
    }
  }

  /** There is nobody left to hear of an error. */
  private static void close(Runnable close) {
    try {
      close.run();
    } catch (HostException e) {
      return;
    }
  }
}
