package org.pykopi.serial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.BoardFiles.Entry;
import org.pykopi.serial.repl.FileException;

/**
 * Copies files between this machine and the board, and on each of them. A path that begins with ":"
 * is on the board. The rules for targets are those of {@code cp}: into a folder that is there, else
 * the target is the new name.
 */
final class CopyVerb {
  static final String USAGE =
      "cp [-r] [-f] [--mpy] FROM... TO   copies files, -r: folders, -f: also what is the same,\n"
          + "                            --mpy: programs as compiled files";

  private static final int MPY_VERSION = 6;

  private final Session session;
  private final Words words;
  private final boolean isForced;
  private final boolean compiles;

  private CopyVerb(Session session, Words words) {
    this.session = session;
    this.words = words;
    isForced = words.has("-f", "--force");
    compiles = words.has("--mpy", "-m");
  }

  static int run(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    words.allowOptions(
        "-r",
        "--recursive",
        "-f",
        "--force",
        "--mpy",
        "-m",
        "-v",
        "--verbose",
        "-q",
        "--no-verbose");
    if (words.operands.size() < 2) {
      throw new CommandException("cp: missing destination path");
    }
    if (words.has("--mpy", "-m") && session.compiler == null) {
      throw new CommandException("cp: this program has no compiler");
    }
    new CopyVerb(session, words).copyAll();
    return 0;
  }

  private void copyAll() throws DeviceException, CommandException, IOException {
    int last = words.operands.size() - 1;
    String target = words.operands.get(last);
    List<String> sources = words.operands.subList(0, last);
    boolean isFolder = isFolder(target);
    if (!isFolder && (sources.size() > 1 || target.endsWith("/"))) {
      throw new CommandException("cp: destination is not a directory");
    }
    for (String source : sources) {
      FileVerbs.announce(session, words, true, "cp " + source + " " + target);
      try {
        copy(source, isFolder ? join(target, name(source)) : target);
      } catch (FileException e) {
        throw new CommandException("cp: " + e.getMessage());
      }
    }
  }

  private void copy(String source, String target)
      throws DeviceException, CommandException, IOException {
    if (!isFolder(source)) {
      copyFile(source, target);
      return;
    }
    if (!words.has("-r", "--recursive")) {
      throw new CommandException("cp: -r not specified; omitting directory");
    }
    if (!isFolder(target)) {
      makeFolder(target);
    }
    for (String name : names(source)) {
      copy(join(source, name), join(target, name));
    }
  }

  private void copyFile(String source, String target)
      throws DeviceException, CommandException, IOException {
    if (!isOnBoard(target)) {
      LocalFiles.checkWritable("cp", Path.of(target));
    }
    byte[] data = read(source);
    String path = target;
    String name = name(source);
    boolean isProgram = name.endsWith(".py") && !name.equals("main.py") && !name.equals("boot.py");
    if (compiles && isProgram && isOnBoard(target)) {
      data = compile(data, name);
      path = target.endsWith(".py") ? target.substring(0, target.length() - 2) + "mpy" : target;
    }
    write(path, data);
  }

  private byte[] compile(byte[] source, String name) throws DeviceException, CommandException {
    int version = session.files().facts().mpyVersion();
    if (version != MPY_VERSION) {
      throw new CommandException(
          "cp: the board takes compiled files of version "
              + version
              + ", the compiler makes version "
              + MPY_VERSION
              + "; copy without --mpy");
    }
    try {
      return session.compiler.apply(new String(source, StandardCharsets.UTF_8), name);
    } catch (IllegalArgumentException e) {
      throw new CommandException("cp: " + name + ": " + e.getMessage());
    }
  }

  // ---- either side ----

  private static boolean isOnBoard(String path) {
    return path.startsWith(":");
  }

  private static String name(String path) {
    return isOnBoard(path)
        ? BoardFiles.nameOf(path.substring(1))
        : Path.of(path).toAbsolutePath().normalize().getFileName().toString();
  }

  private static String join(String folder, String name) {
    return isOnBoard(folder)
        ? ":" + BoardFiles.join(folder.substring(1), name)
        : Path.of(folder, name).toString();
  }

  private boolean isFolder(String path) throws DeviceException {
    if (!isOnBoard(path)) {
      return Files.isDirectory(Path.of(path));
    }
    String inside = path.substring(1);
    if (inside.isEmpty() || inside.equals("/")) {
      return true;
    }
    Entry entry =
        session
            .files()
            .stat(inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside);
    return entry != null && entry.isFolder();
  }

  private List<String> names(String folder) throws DeviceException, IOException {
    List<String> names = new ArrayList<>();
    if (isOnBoard(folder)) {
      session.files().list(folder.substring(1)).forEach(entry -> names.add(entry.name()));
    } else {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.forEach(file -> names.add(file.getFileName().toString()));
      }
      names.sort(null);
    }
    return names;
  }

  private void makeFolder(String path) throws DeviceException, IOException {
    if (isOnBoard(path)) {
      session.files().makeFolder(path.substring(1));
    } else {
      Files.createDirectory(Path.of(path));
    }
  }

  private byte[] read(String path) throws DeviceException, CommandException, IOException {
    if (isOnBoard(path)) {
      return session.files().read(path.substring(1), session.progress());
    }
    Path file = Path.of(path);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandException("cp: can not read " + path);
    }
    return Files.readAllBytes(file);
  }

  private void write(String path, byte[] data) throws DeviceException, IOException {
    if (!isOnBoard(path)) {
      Path file = Path.of(path).toAbsolutePath();
      Path part = file.resolveSibling("." + file.getFileName() + ".pykopi-part");
      try {
        Files.write(part, data);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      return;
    }
    String inside = path.substring(1);
    if (isForced) {
      session.files().overwrite(inside, data, session.progress());
    } else if (!session.files().write(inside, data, session.progress())) {
      session.out.println("Up to date: " + inside);
    }
  }
}
