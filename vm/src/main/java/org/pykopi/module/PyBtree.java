package org.pykopi.module;

import java.util.Map;
import java.util.TreeMap;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Op;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.util.ByteBuilder;

/**
 * A database of {@code btree}: keys in order, all in memory while it is open. {@code flush} and
 * {@code close} write the whole of it, if it changed: {@code magic (12) version (4) entries (4)
 * size (4)}, then for each entry {@code key length (4) value length (4) key value}, numbers
 * big-endian. Files of the reference have another format and are refused.
 *
 * <p>As in the reference there is one cursor for each database, and iterating uses it.
 */
final class PyBtree extends PyObject {
  static final int INCLUDING_END = 1;
  static final int DESCENDING = 2;

  static final PyType TYPE =
      new TypeTable("btree")
          .fn1("close", PyBtree::close)
          .fn1("flush", PyBtree::flush)
          .fn("get", 2, 3, PyBtree::get)
          .fn("put", 3, 4, PyBtree::put)
          .fn("seq", 2, 4, PyBtree::seq)
          .fn("keys", 1, 4, PyBtree::keys)
          .fn("values", 1, 4, PyBtree::values)
          .fn("items", 1, 4, PyBtree::items)
          .build();

  private static final byte[] MAGIC = {'P', 'y', 'k', 'o', 'p', 'i', 'B', 't', 'r', 'e', 'e', '\n'};
  private static final int VERSION = 1;
  private static final int HEADER_SIZE = 24;
  private static final int SMALLEST_PAGE = 512;
  private static final int LARGEST_PAGE = 65536;

  // Where seq goes.
  private static final int AT_KEY = 1;
  private static final int FIRST = 3;
  private static final int LAST = 6;
  private static final int NEXT = 7;
  private static final int PREVIOUS = 9;

  /** What iteration gives. */
  private enum Part {
    KEYS,
    VALUES,
    ITEMS
  }

  private final PyObject stream;
  private final TreeMap<byte[], byte[]> entries = new TreeMap<>(PyBtree::compare);
  private boolean isOpen = true;
  private boolean isChanged;

  /** The key that seq was at; null before its first call. */
  private byte[] cursor;

  // What the next iteration is to do, and what the running one does.
  private Part nextPart;
  private Part part = Part.KEYS;
  private PyObject start = PyNone.NONE;
  private PyObject end = PyNone.NONE;
  private int flags;
  private boolean hasStarted;

  private PyBtree(PyObject stream) {
    this.stream = stream;
  }

  /** Bytes in order, as unsigned numbers; what is the beginning of another one comes first. */
  private static int compare(byte[] a, byte[] b) {
    int common = Math.min(a.length, b.length);
    for (int i = 0; i < common; i++) {
      int difference = (a[i] & 0xff) - (b[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return a.length - b.length;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<btree ").append(isOpen ? ctx.addressOf(this) : "0").append('>');
  }

  private static PyBtree self(PyContext ctx, PyObject value) {
    if (value instanceof PyBtree tree) {
      return tree;
    }
    throw Errors.wrongSelf(ctx, "btree", value);
  }

  private static PyBtree open(PyContext ctx, PyObject value) {
    PyBtree tree = self(ctx, value);
    tree.checkOpen(ctx);
    return tree;
  }

  private void checkOpen(PyContext ctx) {
    if (!isOpen) {
      throw Errors.valueError(ctx, "database closed");
    }
  }

  // ---- the file ----

  static PyBtree open(PyContext ctx, PyObject object, int flags, int pageSize, int keysPerPage) {
    boolean isPage = pageSize >= SMALLEST_PAGE && pageSize <= LARGEST_PAGE && pageSize % 2 == 0;
    if ((flags & ~1) != 0 || (pageSize != 0 && !isPage) || (keysPerPage != 0 && keysPerPage < 2)) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    PyBtree tree = new PyBtree(object);
    Stream stream = Streams.of(ctx, object);
    byte[] header = new byte[HEADER_SIZE];
    int count = Streams.readFully(ctx, stream, header, 0, HEADER_SIZE);
    if (count <= 0) {
      // Tells early of a stream that cannot be written from its start.
      stream.seek(ctx, 0, 0);
      return tree;
    }
    for (int i = 0; i < MAGIC.length; i++) {
      if (count < HEADER_SIZE || header[i] != MAGIC[i]) {
        throw Errors.osError(ctx, HostException.EINVAL);
      }
    }
    if (number(header, 12) != VERSION) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    tree.readEntries(ctx, stream, number(header, 16), number(header, 20));
    return tree;
  }

  private void readEntries(PyContext ctx, Stream stream, int count, int size) {
    byte[] content = new byte[ctx.checkSize(size, 1)];
    int got = size == 0 ? 0 : Streams.readFully(ctx, stream, content, 0, size);
    int at = 0;
    for (int i = 0; i < count; i++) {
      boolean hasHead = got - at >= 8;
      int keyLength = hasHead ? number(content, at) : -1;
      int valueLength = hasHead ? number(content, at + 4) : -1;
      at += 8;
      if (keyLength < 0 || valueLength < 0 || got - at - keyLength < valueLength) {
        throw Errors.osError(ctx, HostException.EINVAL);
      }
      byte[] key = part(content, at, keyLength);
      entries.put(key, part(content, at + keyLength, valueLength));
      at += keyLength + valueLength;
    }
  }

  private static byte[] part(byte[] source, int from, int length) {
    byte[] result = new byte[length];
    System.arraycopy(source, from, result, 0, length);
    return result;
  }

  private static int number(byte[] source, int at) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | source[at + i] & 0xff;
    }
    return value;
  }

  private static void addNumber(ByteBuilder target, int value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      target.add(value >> shift);
    }
  }

  private void write(PyContext ctx) {
    if (!isChanged) {
      return;
    }
    ByteBuilder content = new ByteBuilder();
    for (Map.Entry<byte[], byte[]> entry : entries.entrySet()) {
      addNumber(content, entry.getKey().length);
      addNumber(content, entry.getValue().length);
      content.add(entry.getKey());
      content.add(entry.getValue());
    }
    ByteBuilder file = new ByteBuilder(HEADER_SIZE + content.length());
    file.add(MAGIC);
    addNumber(file, VERSION);
    addNumber(file, entries.size());
    addNumber(file, content.length());
    file.add(content.data(), 0, content.length());
    Stream target = Streams.of(ctx, stream);
    target.seek(ctx, 0, 0);
    int done = Streams.writeAll(ctx, target, file.data(), 0, file.length());
    if (done != file.length()) {
      throw Errors.osError(ctx, HostException.EIO);
    }
    target.flush(ctx);
    isChanged = false;
  }

  /** close() -> int: writes what has changed and ends the use of the database; 0. */
  private static PyObject close(PyContext ctx, PyObject self) {
    PyBtree tree = self(ctx, self);
    if (tree.isOpen) {
      tree.write(ctx);
      tree.isOpen = false;
      tree.entries.clear();
    }
    return PyInt.of(0);
  }

  /** flush() -> int: writes what has changed; 0. */
  private static PyObject flush(PyContext ctx, PyObject self) {
    open(ctx, self).write(ctx);
    return PyInt.of(0);
  }

  // ---- entries ----

  private static byte[] bytes(PyContext ctx, PyObject value) {
    return Args.toBuffer(ctx, value).copy();
  }

  private void store(PyContext ctx, PyObject key, PyObject value) {
    entries.put(bytes(ctx, key), bytes(ctx, value));
    isChanged = true;
  }

  /** get(key, default=None) -> bytes: the value of a key. */
  private static PyObject get(PyContext ctx, PyObject[] args, int at, int nargs) {
    byte[] found = open(ctx, args[at]).entries.get(bytes(ctx, args[at + 1]));
    if (found != null) {
      return PyBytes.of(found);
    }
    return nargs > 2 ? args[at + 2] : PyNone.NONE;
  }

  /** put(key, value[, flags]) -> int: sets the value of a key; 0. */
  private static PyObject put(PyContext ctx, PyObject[] args, int at, int nargs) {
    open(ctx, args[at]).store(ctx, args[at + 1], args[at + 2]);
    return PyInt.of(0);
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    checkOpen(ctx);
    byte[] found = entries.get(bytes(ctx, index));
    if (found == null) {
      throw Errors.of(ctx, ExceptionTypes.KEY_ERROR);
    }
    return PyBytes.of(found);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    checkOpen(ctx);
    store(ctx, index, value);
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject index) {
    checkOpen(ctx);
    if (entries.remove(bytes(ctx, index)) == null) {
      throw Errors.of(ctx, ExceptionTypes.KEY_ERROR);
    }
    isChanged = true;
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    checkOpen(ctx);
    return op == Op.CONTAINS ? PyBool.of(entries.containsKey(bytes(ctx, other))) : null;
  }

  // ---- in order ----

  /** Moves the cursor; null when there is nothing. */
  private Map.Entry<byte[], byte[]> move(PyContext ctx, int where, PyObject key) {
    Map.Entry<byte[], byte[]> found;
    switch (where) {
      case AT_KEY:
        found = entries.ceilingEntry(bytes(ctx, key));
        break;
      case FIRST:
        found = entries.firstEntry();
        break;
      case LAST:
        found = entries.lastEntry();
        break;
      case NEXT:
        found = cursor == null ? entries.firstEntry() : entries.higherEntry(cursor);
        break;
      case PREVIOUS:
        found = cursor == null ? entries.lastEntry() : entries.lowerEntry(cursor);
        break;
      default:
        throw Errors.osError(ctx, HostException.EINVAL);
    }
    if (found != null) {
      cursor = found.getKey();
    }
    return found;
  }

  private static PyTuple pair(Map.Entry<byte[], byte[]> entry) {
    return PyTuple.of(PyBytes.of(entry.getKey()), PyBytes.of(entry.getValue()));
  }

  /**
   * seq(where[, key]) -> tuple or None: key and value at a key or after it (1), first (3), last
   * (6), next (7) or previous (9).
   */
  private static PyObject seq(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyBtree tree = open(ctx, args[at]);
    int where = args[at + 1] instanceof PyInt number ? number.value : -1;
    if (where == AT_KEY && nargs == 2) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    Map.Entry<byte[], byte[]> found = tree.move(ctx, where, nargs > 2 ? args[at + 2] : null);
    return found == null ? PyNone.NONE : pair(found);
  }

  private static PyObject prepare(PyContext ctx, PyObject[] args, int at, int nargs, Part part) {
    PyBtree tree = self(ctx, args[at]);
    tree.nextPart = part;
    tree.start = nargs > 1 ? args[at + 1] : PyNone.NONE;
    tree.end = nargs > 2 ? args[at + 2] : PyNone.NONE;
    tree.flags = nargs > 3 ? Args.toInt(ctx, args[at + 3]) : 0;
    return tree;
  }

  /** keys(start=None, end=None, flags=0) -> btree: to iterate over keys, without the end. */
  private static PyObject keys(PyContext ctx, PyObject[] args, int at, int nargs) {
    return prepare(ctx, args, at, nargs, Part.KEYS);
  }

  /** values(start=None, end=None, flags=0) -> btree: to iterate over the values of these keys. */
  private static PyObject values(PyContext ctx, PyObject[] args, int at, int nargs) {
    return prepare(ctx, args, at, nargs, Part.VALUES);
  }

  /** items(start=None, end=None, flags=0) -> btree: to iterate over keys with their values. */
  private static PyObject items(PyContext ctx, PyObject[] args, int at, int nargs) {
    return prepare(ctx, args, at, nargs, Part.ITEMS);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    if (nextPart == null) {
      start = PyNone.NONE;
      end = PyNone.NONE;
      flags = 0;
    }
    part = nextPart == null ? Part.KEYS : nextPart;
    nextPart = null;
    hasStarted = false;
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    checkOpen(ctx);
    ctx.stopValue = null;
    boolean isDown = (flags & DESCENDING) != 0;
    int where = isDown ? PREVIOUS : NEXT;
    if (!hasStarted) {
      hasStarted = true;
      where = start != PyNone.NONE ? AT_KEY : isDown ? LAST : FIRST;
    }
    Map.Entry<byte[], byte[]> found = end == null ? null : move(ctx, where, start);
    if (found == null || isBeyondEnd(ctx, found.getKey(), isDown)) {
      // The iteration is over, and stays so.
      end = null;
      return null;
    }
    switch (part) {
      case KEYS:
        return PyBytes.of(found.getKey());
      case VALUES:
        return PyBytes.of(found.getValue());
      default:
        return pair(found);
    }
  }

  private boolean isBeyondEnd(PyContext ctx, byte[] key, boolean isDown) {
    if (end == PyNone.NONE) {
      return false;
    }
    int order = compare(key, bytes(ctx, end));
    order = isDown ? -order : order;
    return (flags & INCLUDING_END) != 0 ? order > 0 : order >= 0;
  }
}
