package org.pykopi.web;

import java.util.ArrayDeque;
import java.util.Deque;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.host.MemoryFileSystem;
import org.pykopi.serial.wire.Exchange;

/** File operations that the page asks for; each answers 0 or the negative error number. */
final class FileService {
  private static final int LIST = 0;
  private static final int READ = 1;
  private static final int WRITE = 2;
  private static final int RENAME = 3;
  private static final int REMOVE = 4;
  private static final int MAKE_FOLDER = 5;
  private static final int STAT = 6;

  /** Added to an operation whose changes shall not be reported, because JavaScript stored them. */
  private static final int QUIETLY = 16;

  private final MemoryFileSystem files;
  private final MemoryFileSystem.Listener reporter;
  private final Exchange exchange;

  /**
   * @param reporter the listener of {@code files}
   */
  FileService(MemoryFileSystem files, MemoryFileSystem.Listener reporter, Exchange exchange) {
    this.files = files;
    this.reporter = reporter;
    this.exchange = exchange;
  }

  int call(int operation) {
    if (operation >= QUIETLY) {
      files.setListener(null);
    }
    try {
      perform(operation & ~QUIETLY, exchange.nextText());
      return 0;
    } catch (HostException e) {
      return -e.errno;
    } finally {
      files.setListener(reporter);
      exchange.dropArguments();
    }
  }

  private void perform(int operation, String path) {
    switch (operation) {
      case LIST -> exchange.answer(list(path));
      case READ -> exchange.answer(files.snapshot(path));
      case WRITE -> files.put(path, exchange.nextBytes());
      case RENAME -> {
        String to = exchange.nextText();
        files.makeFolders(to);
        files.rename(path, to);
      }
      case REMOVE -> remove(path);
      case MAKE_FOLDER -> {
        files.makeFolders(path);
        files.makeFolder(path);
      }
      case STAT -> exchange.answer(describe(path, files.stat(path)));
      default -> throw new HostException(HostException.EINVAL);
    }
  }

  /**
   * Everything below a folder, as {@code kind size time path NUL}, folders before their content.
   */
  private String list(String top) {
    StringBuilder out = new StringBuilder();
    Deque<String> folders = new ArrayDeque<>();
    folders.add(top.endsWith("/") ? top : top + "/");
    while (!folders.isEmpty()) {
      String folder = folders.remove();
      for (FileSystem.Entry entry : files.list(folder)) {
        String path = folder + entry.name();
        out.append(describe(path, files.stat(path)));
        if (entry.isFolder()) {
          folders.add(path + "/");
        }
      }
    }
    return out.toString();
  }

  private static String describe(String path, FileSystem.Stat stat) {
    String kind = stat.isFolder() ? "d " : "f ";
    return kind + stat.size() + " " + stat.modifyTime() + " " + path + "\0";
  }

  private void remove(String path) {
    if (!files.stat(path).isFolder()) {
      files.remove(path);
      return;
    }
    for (FileSystem.Entry entry : files.list(path)) {
      remove(path + "/" + entry.name());
    }
    files.removeFolder(path);
  }
}
