package org.pykopi.serial.repl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pykopi.serial.hash.Sha256;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.LittleEndian;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;

/**
 * Files and folders of a board, with any name and any contents, over its raw prompt.
 *
 * <p>What is read and what is written is checked against a hash that the board computes from its
 * file: SHA-256, or CRC-32 on boards without it. A file is written under another name beside its
 * place and takes the place only after the check, so that whatever happens in between leaves the
 * old file. Pieces that were damaged on the way are sent again.
 *
 * <p>An error of the file system is a {@link FileException}; one of the line is another {@link
 * DeviceException} after some attempts.
 */
public final class BoardFiles {
  /** One file or folder; {@code size} is 0 for a folder. */
  public record Entry(String name, boolean isFolder, long size) {}

  /** Name under which a file is written first. */
  static final String PART_NAME = ".pykopi-part";

  private static final int ATTEMPTS = 4;
  private static final int LARGEST_READ = 1024;
  private static final int SMALLEST = 128;
  private static final int SHA256 = 32;

  /** Asks for no data, only for the hash of a file; still a small int on every board. */
  private static final int BEHIND_END = 1_000_000_000;

  private final BoardLink link;
  private final FileTransfer transfer;

  public BoardFiles(RawRepl repl) {
    this(repl, false, null);
  }

  /**
   * @param isTextOnly whether the line carries ASCII text only, as WebREPL's terminal does
   * @param transfer a better way for the contents of files; null for none
   */
  public BoardFiles(RawRepl repl, boolean isTextOnly, FileTransfer transfer) {
    link = new BoardLink(repl, isTextOnly);
    this.transfer = transfer;
    if (isTextOnly) {
      repl.avoidRawPaste();
    }
  }

  /** Forgets what is known of the board: it was reset, or is another one. */
  public void forget() {
    link.forget();
  }

  public BoardFacts facts() throws DeviceException {
    return link.facts();
  }

  // ---- looking ----

  /** The entries of a folder, sorted by name. */
  public List<Entry> list(String folder) throws DeviceException {
    List<Entry> entries = new ArrayList<>();
    String step = "list " + folder;
    link.facts();
    attempt(
        step,
        () -> {
          entries.clear();
          link.call(
              ReplText.bytes("l(" + PythonText.string(folder) + ")"),
              step,
              (type, data) -> entries.add(entry(data)));
        });
    entries.sort((a, b) -> a.name.compareTo(b.name));
    return entries;
  }

  private static Entry entry(byte[] data) {
    if (data.length < 5) {
      return new Entry("", false, 0);
    }
    long size = LittleEndian.word(data, 1) & 0xffffffffL;
    boolean isFolder = data[0] != 0;
    return new Entry(ReplText.text(data, 5, data.length - 5), isFolder, isFolder ? 0 : size);
  }

  /** What is at a path; null for nothing. */
  public Entry stat(String path) throws DeviceException {
    byte[][] answer = new byte[1][];
    String step = "look at " + path;
    try {
      attempt(step, () -> answer[0] = link.call("s(" + PythonText.string(path) + ")", step));
    } catch (FileException e) {
      if (e.errno() == FileException.ENOENT || e.errno() == FileException.ENOTDIR) {
        return null;
      }
      throw e;
    }
    Entry found = entry(answer[0]);
    return new Entry(nameOf(path), found.isFolder, found.size);
  }

  // ---- reading ----

  /** The contents of a file. */
  public byte[] read(String path, Progress progress) throws DeviceException {
    String step = "read " + path;
    Entry entry = stat(path);
    if (entry == null || entry.isFolder) {
      throw new FileException(step, entry == null ? FileException.ENOENT : FileException.EISDIR);
    }
    Bytes contents = new Bytes((int) Math.min(entry.size, 1 << 24));
    attempt(step, contents, () -> readOnce(path, entry.size, contents, progress));
    return contents.toArray();
  }

  /** Adds what is missing to {@code contents}; in the end they are the file's. */
  private void readOnce(String path, long size, Bytes contents, Progress progress)
      throws DeviceException {
    String step = "read " + path;
    boolean isRight;
    if (transfer != null && transfer.accepts(path)) {
      link.idle();
      contents.clear();
      contents.add(transfer.get(path, size, progress));
      isRight = isSame(path, contents.toArray());
    } else {
      isRight = receive(path, size, contents, progress);
    }
    if (!isRight) {
      contents.clear();
      throw new DeviceException(
          step, "what arrived is not what the board has", "Check the cable and try again");
    }
  }

  /** Has the board send the rest of a file; whether all is what the board has. */
  private boolean receive(String path, long size, Bytes contents, Progress progress)
      throws DeviceException {
    String step = "read " + path;
    if (!link.facts().hasChecksum()) {
      // Blocks that arrived before an error may be damaged, too.
      contents.clear();
    }
    byte[][] check = {{}};
    link.call(
        readCall(path, contents.length()),
        step,
        (type, data) -> {
          if (type == BoardProgram.CHECK) {
            check[0] = data;
            return;
          }
          contents.add(data);
          if (!progress.update(step, contents.length(), size)) {
            throw new CancelledException(step);
          }
        });
    return check[0].length == 0 ? contents.length() == size : matches(check[0], contents.toArray());
  }

  private byte[] readCall(String path, int start) throws DeviceException {
    int piece = Math.min(LARGEST_READ, Math.max(SMALLEST, link.facts().freeMemory() / 32));
    return ReplText.bytes("r(" + PythonText.string(path) + "," + piece + "," + start + ")");
  }

  /** Whether a hash by the board fits; one that can compute none gives an empty one. */
  private static boolean matches(byte[] check, byte[] data) {
    if (check.length == 4) {
      int crc = BoardLink.crc32(data, 0, data.length);
      return crc == LittleEndian.word(check, 0);
    }
    return Arrays.equals(check, Sha256.of(data, 0, data.length));
  }

  /** Whether the file on the board has these contents. */
  public boolean hasContents(String path, byte[] data) throws DeviceException {
    Entry entry = stat(path);
    return entry != null && !entry.isFolder && entry.size == data.length && isSame(path, data);
  }

  /** The SHA-256 of a file, by the board itself where it can. */
  public byte[] sha256(String path) throws DeviceException {
    byte[] check = link.facts().hasChecksum() ? check(path) : new byte[0];
    if (check.length == SHA256) {
      return check;
    }
    byte[] data = read(path, Progress.NONE);
    return Sha256.of(data, 0, data.length);
  }

  /** The board's hash of a file; empty when it can compute none. */
  private byte[] check(String path) throws DeviceException {
    String step = "check " + path;
    byte[][] check = {{}};
    attempt(
        step,
        () -> {
          check[0] = new byte[0];
          link.call(readCall(path, BEHIND_END), step, (type, block) -> check[0] = block);
        });
    return check[0];
  }

  private boolean isSame(String path, byte[] data) throws DeviceException {
    String step = "check " + path;
    byte[] check = check(path);
    if (check.length == 0) {
      // No hash on this board: everything is read back.
      Bytes contents = new Bytes(data.length);
      attempt(
          step,
          () -> {
            contents.clear();
            link.call(readCall(path, 0), step, (type, block) -> contents.add(block));
          });
      return Arrays.equals(contents.toArray(), data);
    }
    return matches(check, data);
  }

  // ---- writing ----

  /**
   * Writes a file, unless the board has it with these contents already.
   *
   * @return whether something was written
   */
  public boolean write(String path, byte[] data, Progress progress) throws DeviceException {
    if (hasContents(path, data)) {
      progress.update("write " + path, data.length, data.length);
      return false;
    }
    overwrite(path, data, progress);
    return true;
  }

  /** Writes a file whatever the board has there. */
  public void overwrite(String path, byte[] data, Progress progress) throws DeviceException {
    String step = "write " + path;
    String part = path.substring(0, path.lastIndexOf('/') + 1) + PART_NAME;
    FileUpload upload = new FileUpload(link, part, step);
    try {
      attempt(
          step,
          () -> {
            if (transfer != null && transfer.accepts(part)) {
              link.idle();
              transfer.put(part, data, progress);
            } else {
              upload.send(data, progress);
            }
            if (!isSame(part, data)) {
              throw new DeviceException(
                  step, "the board's copy differs", "Check the cable and try again");
            }
          });
      attempt(step, () -> moveInto(part, path, data, step));
    } catch (PortException e) {
      throw e;
    } catch (DeviceException e) {
      discard(part);
      throw e;
    }
  }

  /** The step that makes the new file visible. Its answer may be lost: then it has happened. */
  private void moveInto(String part, String path, byte[] data, String step) throws DeviceException {
    try {
      link.call("m(" + PythonText.string(part) + "," + PythonText.string(path) + ")", step);
    } catch (PythonException e) {
      if (e.errno() != FileException.ENOENT || !hasContents(path, data)) {
        throw e;
      }
    }
  }

  /** Removes what is left of a transfer that failed, as far as the board still listens. */
  private void discard(String part) throws DeviceException {
    try {
      link.call("c()", "clean up");
      link.call("os.remove(" + PythonText.string(part) + ")", "clean up");
    } catch (PortException e) {
      throw e;
    } catch (DeviceException e) {
      // There is nothing left to remove when the folder was missing.
      boolean isGone = e instanceof PythonException p && p.errno() == FileException.ENOENT;
      if (!isGone) {
        link.repl.log().warn(e.getMessage());
      }
    }
  }

  // ---- changing ----

  public void rename(String from, String to) throws DeviceException {
    change("rename " + from, "os.rename", from, to);
  }

  public void remove(String path) throws DeviceException {
    change("remove " + path, "os.remove", path, null);
  }

  public void makeFolder(String path) throws DeviceException {
    change("make folder " + path, "os.mkdir", path, null);
  }

  /** Removes an empty folder. */
  public void removeFolder(String path) throws DeviceException {
    change("remove folder " + path, "os.rmdir", path, null);
  }

  /** Makes a folder and those above it, as far as they are missing. */
  public void makeFolders(String path) throws DeviceException {
    Entry found = path.isEmpty() || path.equals("/") ? new Entry(path, true, 0) : stat(path);
    if (found == null) {
      int slash = path.lastIndexOf('/');
      makeFolders(slash < 0 ? "" : path.substring(0, Math.max(slash, 0)));
      makeFolder(path);
    } else if (!found.isFolder) {
      throw new FileException("make folder " + path, FileException.EEXIST);
    }
  }

  /** Removes a file, or a folder with all that is in it. */
  public void removeTree(String path) throws DeviceException {
    Entry found = stat(path);
    if (found == null) {
      throw new FileException("remove " + path, FileException.ENOENT);
    }
    if (!found.isFolder) {
      remove(path);
      return;
    }
    for (Entry entry : list(path)) {
      removeTree(join(path, entry.name));
    }
    removeFolder(path);
  }

  private void change(String step, String function, String path, String other)
      throws DeviceException {
    link.facts();
    String arguments =
        PythonText.string(path) + (other == null ? "" : "," + PythonText.string(other));
    try {
      link.call(function + "(" + arguments + ")", step);
    } catch (PythonException e) {
      throw fileError(step, e);
    }
  }

  // ---- common ----

  /** A path in a folder. */
  public static String join(String folder, String name) {
    return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** The last part of a path. */
  public static String nameOf(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /** A piece of work that may be done again. */
  private interface Action {
    void run() throws DeviceException;
  }

  private void attempt(String step, Action action) throws DeviceException {
    attempt(step, new Bytes(0), action);
  }

  /**
   * Does something, again when the line failed; not when the board refused or is gone. As long as
   * {@code growing} becomes longer than ever before, failures do not count.
   */
  private void attempt(String step, Bytes growing, Action action) throws DeviceException {
    int reached = 0;
    for (int attempt = 1; ; attempt++) {
      try {
        action.run();
        return;
      } catch (PortException | CancelledException | NoPromptException e) {
        throw e;
      } catch (DeviceException e) {
        FileException refused =
            e instanceof PythonException python ? fileErrorOrNull(step, python) : null;
        if (refused != null) {
          throw refused;
        }
        if (growing.length() > reached) {
          reached = growing.length();
          attempt = 0;
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
        link.repl.log().warn(e.getMessage() + "; trying again");
        if (e instanceof PythonException) {
          // The program on the board may have been damaged on its way, or be another one by now.
          link.forget();
        }
        if (attempt > 1) {
          link.beCareful();
        }
      }
    }
  }

  private static FileException fileErrorOrNull(String step, PythonException e) {
    return e.errno() == 0 ? null : new FileException(step, e.errno());
  }

  static DeviceException fileError(String step, PythonException e) {
    FileException refused = fileErrorOrNull(step, e);
    return refused == null ? e : refused;
  }
}
