package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.util.Utf8;

/**
 * A read-only file system in bytes, as MicroPython's ROMFS has it. It is one record that holds
 * others:
 *
 * <pre>
 *   record       kind, length, content          numbers of 7 bits a byte, high bits first, the top bit says "goes on"
 *   file system  kind 14a6b1 (bytes d2 cd 31)   records
 *   folder       kind 4                         length of the name, name, records
 *   file         kind 5                         length of the name, name, records, one of them with data
 *   data         kind 2                         bytes
 *   data         kind 3                         size and offset of bytes elsewhere in the file system
 *   padding      kind 1                         to be skipped, as any other kind
 * </pre>
 */
public final class RomVolume implements Volume {
  static final int DATA = 2;
  private static final int POINTER = 3;
  static final int FOLDER = 4;
  static final int FILE = 5;
  static final int FILE_SYSTEM = 0x14a6b1;

  private static final int LONGEST_NAME = 32767;
  private static final int EROFS = 30;

  private final byte[] bytes;
  private final Span all;

  /** A part of {@link #bytes}. */
  private record Span(int from, int to) {}

  /** A folder or file; {@code content} holds a folder's records or a file's bytes. */
  private record Node(String name, boolean isFolder, Span content) {}

  /** The file system in {@code [from, to)}; ENODEV when there is none. */
  public RomVolume(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    Records records = new Records(new Span(from, to));
    if (to - from < 4 || !records.next() || records.kind != FILE_SYSTEM) {
      throw new HostException(HostException.ENODEV);
    }
    all = records.content;
  }

  /** Walks through the records of a span; {@link #next} sets the fields. */
  private final class Records {
    private int at;
    private final int end;
    int kind;
    Span content;

    Records(Span span) {
      at = span.from;
      end = span.to;
    }

    /** False at the end, and where the data makes no sense. */
    boolean next() {
      if (at >= end) {
        return false;
      }
      kind = number();
      int length = number();
      if (kind < 0 || length < 0 || length > end - at) {
        at = end;
        return false;
      }
      content = new Span(at, at + length);
      at += length;
      return true;
    }

    /** -1 when the number does not end or is too large. */
    int number() {
      int value = 0;
      while (at < end && value < 1 << 24) {
        int b = bytes[at++];
        value = value << 7 | (b & 0x7f);
        if (b >= 0) {
          return value;
        }
      }
      return -1;
    }
  }

  // ---- finding ----

  /** The folders and files of a folder. */
  private List<Node> nodes(Span folder) {
    List<Node> nodes = new ArrayList<>();
    Records records = new Records(folder);
    while (records.next()) {
      if (records.kind == FOLDER || records.kind == FILE) {
        Records inside = new Records(records.content);
        int length = inside.number();
        if (length < 0 || length > inside.end - inside.at) {
          break;
        }
        String name = Utf8.decodeLenient(bytes, inside.at, length);
        Span rest = new Span(inside.at + length, inside.end);
        Span content = records.kind == FOLDER ? rest : data(rest);
        if (content == null) {
          break;
        }
        nodes.add(new Node(name, records.kind == FOLDER, content));
      }
    }
    return nodes;
  }

  /** The bytes of a file, or null when it has none. */
  private Span data(Span file) {
    Records records = new Records(file);
    while (records.next()) {
      if (records.kind == DATA) {
        return records.content;
      }
      if (records.kind == POINTER) {
        Records inside = new Records(records.content);
        int size = inside.number();
        int offset = inside.number();
        boolean isValid = size >= 0 && offset >= 0 && size <= all.to - all.from - offset;
        return isValid ? new Span(all.from + offset, all.from + offset + size) : null;
      }
    }
    return null;
  }

  /** The folder or file at a path; ENOENT when there is none. */
  private Node find(String path) {
    Node node = new Node("", true, all);
    for (String name : PathNames.of(path)) {
      node = child(node, name);
    }
    boolean namesFolder = path.endsWith("/");
    if (namesFolder && !node.isFolder) {
      throw new HostException(HostException.ENOENT);
    }
    return node;
  }

  private Node child(Node folder, String name) {
    if (folder.isFolder) {
      for (Node node : nodes(folder.content)) {
        if (node.name.equals(name)) {
          return node;
        }
      }
    }
    throw new HostException(HostException.ENOENT);
  }

  // ---- the file system ----

  /** Where a file's bytes are in the array that was given: offset and length. */
  public int[] place(String path) {
    Node node = find(path);
    if (node.isFolder) {
      throw new HostException(HostException.EISDIR);
    }
    return new int[] {node.content.from, node.content.to - node.content.from};
  }

  @Override
  public FileSystem.OpenFile open(String path, int flags) {
    if ((flags & WRITE) != 0) {
      throw new HostException(EROFS);
    }
    int[] place = place(path);
    return new OpenRomFile(bytes, place[0], place[1]);
  }

  @Override
  public Stat stat(String path) {
    Node node = find(path);
    int mode = node.isFolder ? MODE_FOLDER : MODE_FILE;
    return new Stat(mode, node.content.to - node.content.from, 0, 0, 0);
  }

  @Override
  public List<Entry> list(String path) {
    Node folder = find(path);
    if (!folder.isFolder) {
      throw new HostException(HostException.ENOENT);
    }
    List<Entry> entries = new ArrayList<>();
    for (Node node : nodes(folder.content)) {
      entries.add(new Entry(node.name, node.isFolder, node.content.to - node.content.from));
    }
    return entries;
  }

  @Override
  public String currentFolder() {
    return "";
  }

  /** Only the outermost folder can be the current one. */
  @Override
  public void changeFolder(String path) {
    if (!path.equals("/")) {
      throw new HostException(HostException.EOPNOTSUPP);
    }
  }

  @Override
  public long[] blocks() {
    return new long[] {1, all.to - all.from, 0};
  }

  @Override
  public int longestName() {
    return LONGEST_NAME;
  }

  // ---- what cannot be done ----

  @Override
  public void makeFolder(String path) {
    throw new HostException(EROFS);
  }

  @Override
  public void removeFolder(String path) {
    throw new HostException(EROFS);
  }

  @Override
  public void remove(String path) {
    throw new HostException(EROFS);
  }

  @Override
  public void rename(String from, String to) {
    throw new HostException(EROFS);
  }
}
