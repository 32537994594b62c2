package org.pykopi.disk;

import java.util.Map;
import java.util.TreeMap;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/** Puts files together to a file system that {@link RomVolume} reads; names in their order. */
public final class RomWriter {
  /** One folder: its files are byte arrays, its folders of this class. */
  private static final class Folder {
    final Map<String, byte[]> files = new TreeMap<>();
    final Map<String, Folder> folders = new TreeMap<>();
  }

  private final Folder root = new Folder();

  /** Adds a file, or puts it in the place of one; the path has "/" between names. */
  public void add(String path, byte[] content) {
    Folder folder = root;
    int start = 0;
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', start)) {
      folder = folder.folders.computeIfAbsent(path.substring(start, end), name -> new Folder());
      start = end + 1;
    }
    folder.files.put(path.substring(start), content);
  }

  /** The file system. */
  public byte[] toBytes() {
    ByteBuilder out = new ByteBuilder();
    record(out, RomVolume.FILE_SYSTEM, content(root));
    return out.toArray();
  }

  private static ByteBuilder content(Folder folder) {
    ByteBuilder out = new ByteBuilder();
    folder.files.forEach(
        (name, bytes) -> {
          ByteBuilder data = new ByteBuilder();
          data.add(bytes);
          ByteBuilder file = named(name);
          record(file, RomVolume.DATA, data);
          record(out, RomVolume.FILE, file);
        });
    folder.folders.forEach(
        (name, inner) -> {
          ByteBuilder records = content(inner);
          ByteBuilder all = named(name);
          all.add(records.data(), 0, records.length());
          record(out, RomVolume.FOLDER, all);
        });
    return out;
  }

  private static ByteBuilder named(String name) {
    ByteBuilder out = new ByteBuilder();
    byte[] bytes = Utf8.encode(name);
    number(out, bytes.length);
    out.add(bytes);
    return out;
  }

  private static void record(ByteBuilder out, int kind, ByteBuilder content) {
    number(out, kind);
    number(out, content.length());
    out.add(content.data(), 0, content.length());
  }

  private static void number(ByteBuilder out, int value) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (value >> shift != 0) {
        out.add(0x80 | value >> shift & 0x7f);
      }
    }
    out.add(value & 0x7f);
  }
}
