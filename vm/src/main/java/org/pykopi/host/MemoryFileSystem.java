package org.pykopi.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files kept in memory, with the rules and error numbers of a POSIX file system. The tests and the
 * browser use it; in the browser a {@link Listener} copies every change to the browser's storage.
 *
 * <p>Invariants: the current folder is an absolute, normalised path, but may have been removed.
 * {@code used} is the cost of all linked nodes: the size of a file's content plus {@link
 * #NODE_COST} for each file or folder. A file that was removed while open lives on for its handles
 * and costs nothing.
 */
public final class MemoryFileSystem implements FileSystem {
  /** What an empty file or folder counts against the limit. */
  public static final int NODE_COST = 64;

  private static final int EBUSY = 16;
  private static final int ENAMETOOLONG = 36;
  private static final int NAME_LIMIT = 255;

  /** Learns which paths changed; called after the change, from inside the file operation. */
  public interface Listener {
    /** A file or folder was made, or a file has new content since its last {@link #snapshot}. */
    void changed(String path);

    /** A file or empty folder is gone. */
    void removed(String path);
  }

  private final Clock clock;
  private final long limit;
  private final Node root;
  private long used;
  private String current = "/";
  private Listener listener;

  /** An empty file system that holds at most {@code limit} bytes. */
  public MemoryFileSystem(Clock clock, long limit) {
    this.clock = clock;
    this.limit = limit;
    this.root = new Node(null, "", true, seconds());
  }

  /** Sets who learns about changes; null for nobody. */
  public void setListener(Listener listener) {
    this.listener = listener;
  }

  /** A copy of a file's content; the listener hears of the next write to it again. */
  public byte[] snapshot(String path) {
    Node node = find(path);
    if (node.isFolder()) {
      throw new HostException(HostException.EISDIR);
    }
    node.reported = false;
    return Arrays.copyOf(node.data, node.size);
  }

  /** Makes or replaces a file with its folders, as an embedder does before the program starts. */
  public void put(String path, byte[] content) {
    makeFolders(path);
    OpenFile file = open(path, WRITE | CREATE | TRUNCATE);
    file.write(content, 0, content.length);
    file.close();
  }

  /** Makes the folders above a path; those that exist stay. */
  public void makeFolders(String path) {
    String absolute = absolute(path);
    for (int at = absolute.indexOf('/', 1); at > 0; at = absolute.indexOf('/', at + 1)) {
      String folder = absolute.substring(0, at);
      if (lookUp(folder) == null) {
        makeFolder(folder);
      }
    }
  }

  // ---- FileSystem ----

  @Override
  public OpenFile open(String path, int flags) {
    Node node = lookUp(path);
    if (node == null) {
      if ((flags & CREATE) == 0) {
        throw new HostException(HostException.ENOENT);
      }
      node = create(path, false);
    } else if ((flags & EXCLUSIVE) != 0 && (flags & CREATE) != 0) {
      throw new HostException(HostException.EEXIST);
    } else if (node.isFolder()) {
      throw new HostException(HostException.EISDIR);
    } else if ((flags & TRUNCATE) != 0) {
      resize(node, 0);
    }
    return new Handle(node, flags);
  }

  @Override
  public Stat stat(String path) {
    Node node = find(path);
    int mode = node.isFolder() ? MODE_FOLDER : MODE_FILE;
    return new Stat(mode, node.size, node.modifyTime, node.modifyTime, node.changeTime);
  }

  @Override
  public List<Entry> list(String path) {
    Node folder = find(path);
    if (!folder.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
    List<Entry> entries = new ArrayList<>();
    for (Node node : folder.children.values()) {
      entries.add(new Entry(node.name, node.isFolder(), node.size));
    }
    return entries;
  }

  @Override
  public void makeFolder(String path) {
    if (lookUp(path) != null) {
      throw new HostException(HostException.EEXIST);
    }
    create(path, true);
  }

  @Override
  public void removeFolder(String path) {
    Node node = find(path);
    if (!node.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
    if (node == root) {
      throw new HostException(EBUSY);
    }
    if (!node.children.isEmpty()) {
      throw new HostException(HostException.ENOTEMPTY);
    }
    unlink(node);
  }

  @Override
  public void remove(String path) {
    Node node = find(path);
    if (node.isFolder()) {
      throw new HostException(HostException.EISDIR);
    }
    unlink(node);
  }

  @Override
  public void rename(String from, String to) {
    Node node = find(from);
    Node old = lookUp(to);
    if (node == old) {
      return;
    }
    if (node == root || old == root) {
      throw new HostException(EBUSY);
    }
    if (node.isFolder() && (absolute(to) + "/").startsWith(node.path() + "/")) {
      throw new HostException(HostException.EINVAL);
    }
    if (old != null) {
      checkReplaceable(node, old);
    }
    String name = lastName(to);
    Node target = parentOf(to, node.isFolder());
    if (old != null) {
      unlink(old);
    }
    reportTree(node, true);
    node.parent.children.remove(node.name);
    node.parent = target;
    node.name = name;
    node.changeTime = seconds();
    target.children.put(name, node);
    reportTree(node, false);
  }

  @Override
  public String currentFolder() {
    return current;
  }

  @Override
  public void changeFolder(String path) {
    Node node = find(path);
    if (!node.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
    current = node.path();
  }

  @Override
  public long[] space(String path) {
    find(path);
    return new long[] {limit, Math.max(0, limit - used)};
  }

  // ---- paths ----

  /** The path from the root, without "." and "..", without a slash at the end; the root is "/". */
  private String absolute(String path) {
    String full = path.startsWith("/") ? path : current + "/" + path;
    List<String> names = new ArrayList<>();
    for (String name : split(full)) {
      if (!name.equals("..")) {
        names.add(name);
      } else if (!names.isEmpty()) {
        names.remove(names.size() - 1);
      }
    }
    return "/" + String.join("/", names);
  }

  /** The names between the slashes, without empty ones and ".". */
  private static List<String> split(String path) {
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start < path.length()) {
      int end = path.indexOf('/', start);
      if (end < 0) {
        end = path.length();
      }
      String name = path.substring(start, end);
      if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
      start = end + 1;
    }
    return names;
  }

  private Node find(String path) {
    Node node = lookUp(path);
    if (node == null) {
      throw new HostException(HostException.ENOENT);
    }
    return node;
  }

  /**
   * The node at a path, or null when only its last name is missing; ENOENT or ENOTDIR when the way
   * to it is.
   */
  private Node lookUp(String path) {
    if (path.isEmpty()) {
      throw new HostException(HostException.ENOENT);
    }
    Node node = path.startsWith("/") ? root : currentNode();
    List<String> names = split(path);
    for (int i = 0; i < names.size(); i++) {
      requireFolder(node);
      Node next = names.get(i).equals("..") ? node.parentOrSelf() : node.children.get(names.get(i));
      if (next == null) {
        if (i < names.size() - 1) {
          throw new HostException(HostException.ENOENT);
        }
        return null;
      }
      node = next;
    }
    if (path.endsWith("/")) {
      requireFolder(node);
    }
    return node;
  }

  private Node currentNode() {
    Node node = root;
    for (String name : split(current)) {
      node = node.isFolder() ? node.children.get(name) : null;
      if (node == null) {
        throw new HostException(HostException.ENOENT);
      }
    }
    return node;
  }

  private static void requireFolder(Node node) {
    if (!node.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
  }

  /** The folder that shall hold a new name; a file's path may not end with a slash. */
  private Node parentOf(String path, boolean forFolder) {
    if (!forFolder && path.endsWith("/")) {
      throw new HostException(HostException.EISDIR);
    }
    String name = lastName(path);
    if (name.length() > NAME_LIMIT) {
      throw new HostException(ENAMETOOLONG);
    }
    if (name.equals("..") || name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new HostException(HostException.EINVAL);
    }
    String trimmed = path;
    while (trimmed.endsWith("/") || trimmed.endsWith("/.")) {
      trimmed = trimmed.substring(0, trimmed.lastIndexOf('/'));
    }
    int slash = trimmed.lastIndexOf('/');
    Node parent = slash < 0 ? currentNode() : find(trimmed.substring(0, slash + 1));
    requireFolder(parent);
    return parent;
  }

  private static String lastName(String path) {
    List<String> names = split(path);
    return names.isEmpty() ? "" : names.get(names.size() - 1);
  }

  // ---- changes ----

  private Node create(String path, boolean folder) {
    Node parent = parentOf(path, folder);
    charge(NODE_COST);
    Node node = new Node(parent, lastName(path), folder, seconds());
    parent.children.put(node.name, node);
    report(node);
    return node;
  }

  private void unlink(Node node) {
    String path = node.path();
    node.parent.children.remove(node.name);
    node.linked = false;
    used -= NODE_COST + node.size;
    if (listener != null) {
      listener.removed(path);
    }
  }

  private static void checkReplaceable(Node node, Node old) {
    if (node.isFolder() && !old.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
    if (!node.isFolder() && old.isFolder()) {
      throw new HostException(HostException.EISDIR);
    }
    if (old.isFolder() && !old.children.isEmpty()) {
      throw new HostException(HostException.ENOTEMPTY);
    }
  }

  /**
   * Sets a file's size; new bytes are zero. ENOSPC, with nothing changed, when the limit does not
   * allow it.
   */
  private void resize(Node node, long size) {
    long growth = size - node.size;
    if (node.linked) {
      charge(growth);
    } else if (growth > limit - used) {
      throw new HostException(HostException.ENOSPC);
    }
    if (size > node.data.length) {
      node.data = Arrays.copyOf(node.data, (int) Math.max(size, Math.min(limit, size * 3 / 2)));
    } else if (growth < 0) {
      Arrays.fill(node.data, (int) size, node.size, (byte) 0);
    }
    node.size = (int) size;
    touch(node);
  }

  private void charge(long bytes) {
    if (bytes > 0 && bytes > limit - used) {
      throw new HostException(HostException.ENOSPC);
    }
    used += bytes;
  }

  private void touch(Node node) {
    node.modifyTime = seconds();
    node.changeTime = node.modifyTime;
    if (node.linked && !node.reported) {
      report(node);
    }
  }

  private void report(Node node) {
    if (listener != null) {
      node.reported = true;
      listener.changed(node.path());
    }
  }

  /** Reports a node and all below it: removed deepest first, or changed from the top. */
  private void reportTree(Node node, boolean removed) {
    if (!removed) {
      report(node);
    }
    if (node.isFolder()) {
      for (Node child : node.children.values()) {
        reportTree(child, removed);
      }
    }
    if (removed && listener != null) {
      listener.removed(node.path());
    }
  }

  private long seconds() {
    return clock.epochNanos() / 1_000_000_000L;
  }

  /** A file, or a folder when {@code children} is not null. */
  private static final class Node {
    Node parent;
    String name;
    final Map<String, Node> children;
    byte[] data = new byte[0];
    int size;
    long modifyTime;
    long changeTime;
    boolean linked = true;

    /** The listener knows that this file changed and has not taken its content yet. */
    boolean reported;

    Node(Node parent, String name, boolean folder, long now) {
      this.parent = parent;
      this.name = name;
      this.children = folder ? new LinkedHashMap<>() : null;
      this.modifyTime = now;
      this.changeTime = now;
    }

    boolean isFolder() {
      return children != null;
    }

    Node parentOrSelf() {
      return parent == null ? this : parent;
    }

    String path() {
      if (parent == null) {
        return "/";
      }
      return parent.parent == null ? "/" + name : parent.path() + "/" + name;
    }
  }

  private final class Handle implements OpenFile {
    private final Node node;
    private final int flags;
    private long position;
    private boolean closed;

    Handle(Node node, int flags) {
      this.node = node;
      this.flags = flags;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      require(READ);
      int count = (int) Math.max(0, Math.min(length, node.size - position));
      if (count > 0) {
        System.arraycopy(node.data, (int) position, target, offset, count);
        position += count;
      }
      return count;
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      require(WRITE | APPEND);
      if ((flags & APPEND) != 0) {
        position = node.size;
      }
      long end = position + length;
      if (end > Integer.MAX_VALUE) {
        throw new HostException(HostException.ENOSPC);
      }
      if (length > 0) {
        if (end > node.size) {
          resize(node, end);
        } else {
          touch(node);
        }
        System.arraycopy(source, offset, node.data, (int) position, length);
        position = end;
      }
      return length;
    }

    @Override
    public long seek(long offset, int whence) {
      require(0);
      if (whence < 0 || whence > 2) {
        throw new HostException(HostException.EINVAL);
      }
      long base = whence == 0 ? 0 : whence == 1 ? position : node.size;
      if (base + offset < 0) {
        throw new HostException(HostException.EINVAL);
      }
      position = base + offset;
      return position;
    }

    @Override
    public void truncate(long size) {
      require(WRITE | APPEND);
      if (size < 0) {
        throw new HostException(HostException.EINVAL);
      }
      if (size > Integer.MAX_VALUE) {
        throw new HostException(HostException.ENOSPC);
      }
      resize(node, size);
    }

    @Override
    public void flush() {
      require(0);
    }

    @Override
    public void close() {
      closed = true;
    }

    /** EBADF unless the file is open, and open for one of these uses when any is given. */
    private void require(int uses) {
      if (closed || (uses != 0 && (flags & uses) == 0)) {
        throw new HostException(HostException.EBADF);
      }
    }
  }
}
