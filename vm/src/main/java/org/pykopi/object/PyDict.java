package org.pykopi.object;

/**
 * {@code dict} and the namespaces of modules and types: an insertion-ordered open-addressing table.
 * Entries lie in {@link #keys} and {@link #values} in insertion order; a removed entry leaves a
 * null key behind until the next rebuild. The index array holds entry number + 1, 0 for free and -1
 * for a removed place; small dictionaries have none, their hashes are searched one after the other.
 */
public class PyDict extends PyObject {
  public static final PyType TYPE = DictMethods.table();

  private static final int FIRST_CAPACITY = 4;

  /** Up to so many entries there is no index. */
  private static final int MAX_UNINDEXED = 8;

  /** Bytes that an entry takes: two references, its hash, two places in the index. */
  private static final int ENTRY_SIZE = 28;

  /**
   * Source of {@link #version}; only ever compared for equality, so sharing it between runtimes is
   * harmless.
   */
  private static int lastVersion;

  private PyObject[] keys;

  /** Open for the dispatch loop, as is {@link #version}. */
  public PyObject[] values;

  private int[] hashes;

  /** Null in a small dictionary. */
  private int[] index;

  private int used;
  private int live;

  /**
   * One past the last entry in use; {@link #used} stays until the next rebuild, which bounds the
   * removed places.
   */
  private int end;

  /** All entries before this one were removed. */
  private int start;

  /** Whether Python code may not change it. */
  private boolean isFixed;

  /**
   * Number of the present set of keys and their places: as long as it is unchanged, a key stays at
   * its entry. Inline caches of globals compare it.
   */
  public int version = ++lastVersion;

  public PyDict() {
    this(FIRST_CAPACITY);
  }

  /** A dictionary with room for that many entries. */
  public PyDict(int capacity) {
    allocate(capacityFor(capacity));
  }

  private static int capacityFor(int count) {
    int size = FIRST_CAPACITY;
    while (size < count) {
      size <<= 1;
    }
    return size;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- protocol ----

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    ctx.enter();
    try {
      out.append('{');
      String separator = "";
      for (int e = nextEntry(0); e >= 0; e = nextEntry(e + 1)) {
        PyObject value = values[e];
        out.append(separator);
        keys[e].repr(ctx, out);
        out.append(": ");
        value.repr(ctx, out);
        separator = ", ";
        ctx.checkSize(out.length(), 2);
      }
      out.append('}');
    } finally {
      ctx.leave();
    }
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return live != 0;
  }

  @Override
  public int length(PyContext ctx) {
    return live;
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    switch (op) {
      case Op.CONTAINS:
        return PyBool.of(findEntry(ctx, other) >= 0);
      case Op.EQUAL:
        return Args.unwrap(other) instanceof PyDict dict
            ? PyBool.of(DictMethods.equal(ctx, this, dict))
            : null;
      case Op.OR:
        return DictMethods.union(ctx, this, other);
      case Op.INPLACE_OR:
        checkChangeable(ctx);
        DictMethods.merge(ctx, this, other);
        return this;
      default:
        return null;
    }
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject key) {
    int entry = findEntry(ctx, key);
    if (entry < 0) {
      throw Errors.keyError(ctx, key);
    }
    return values[entry];
  }

  @Override
  public void setItem(PyContext ctx, PyObject key, PyObject value) {
    checkChangeable(ctx);
    put(ctx, key, value);
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject key) {
    checkChangeable(ctx);
    if (remove(ctx, key) == null) {
      throw Errors.keyError(ctx, key);
    }
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyDictIterator(this, PyDictView.KEYS);
  }

  /**
   * Keeps Python code, though not Java code, from changing this dictionary from now on; returns it.
   */
  public final PyDict fix() {
    isFixed = true;
    return this;
  }

  final boolean isFixed() {
    return isFixed;
  }

  final void setFixed(boolean value) {
    isFixed = value;
  }

  /** Raises TypeError when Python code may not change this dictionary. */
  final void checkChangeable(PyContext ctx) {
    if (isFixed) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
  }

  /** An empty dictionary of the same type. */
  PyDict makeEmpty() {
    return new PyDict();
  }

  // ---- size and entries ----

  public final int size() {
    return live;
  }

  /** See the field; changes when a key is added or removed, not when a value is replaced. */
  public final int version() {
    return version;
  }

  /**
   * The first entry at or after {@code entry} that is in use, or -1; {@code for (e = nextEntry(0);
   * e >= 0; e = nextEntry(e + 1))}.
   */
  public final int nextEntry(int entry) {
    for (int i = entry < start ? start : entry; i < end; i++) {
      if (keys[i] != null) {
        return i;
      }
    }
    return -1;
  }

  /** The last entry in use, or -1 when there is none. */
  public final int lastEntry() {
    return live == 0 ? -1 : end - 1;
  }

  public final PyObject keyAt(int entry) {
    return keys[entry];
  }

  final int hashAt(int entry) {
    return hashes[entry];
  }

  public final PyObject valueAt(int entry) {
    return values[entry];
  }

  public final void setValueAt(int entry, PyObject value) {
    values[entry] = value;
  }

  // ---- look up ----

  /** The value of a key, or null. */
  public final PyObject get(PyContext ctx, PyObject key) {
    int entry = findEntry(ctx, key);
    return entry < 0 ? null : values[entry];
  }

  /** The value of a str key, or null. */
  public final PyObject getStr(PyStr key) {
    int entry = findStr(key);
    return entry < 0 ? null : values[entry];
  }

  /** The entry of a key, or -1. */
  public final int findEntry(PyContext ctx, PyObject key) {
    if (key instanceof PyStr s) {
      return findStr(s);
    }
    return size() == 0 ? -1 : find(ctx, key, hashOf(ctx, key));
  }

  /** The hash of a key; raises TypeError for keys that this dictionary does not take. */
  int hashOf(PyContext ctx, PyObject key) {
    return key.hash(ctx);
  }

  /** The entry of a str key, or -1. */
  public final int findStr(PyStr key) {
    int hash = key.textHash();
    if (index == null) {
      for (int e = start; e < end; e++) {
        if (hashes[e] == hash && isStr(keys[e], key)) {
          return e;
        }
      }
      return -1;
    }
    int mask = index.length - 1;
    int place = mix(hash) & mask;
    while (true) {
      int at = index[place];
      if (at == 0) {
        return -1;
      }
      if (at > 0 && hashes[at - 1] == hash && isStr(keys[at - 1], key)) {
        return at - 1;
      }
      place = (place + 1) & mask;
    }
  }

  private static boolean isStr(PyObject candidate, PyStr key) {
    return candidate == key
        || candidate != null && Args.unwrap(candidate) instanceof PyStr s && key.sameText(s);
  }

  /** The entry of a key whose hash is known, or -1. */
  private int find(PyContext ctx, PyObject key, int hash) {
    int seen = version;
    int entry = index == null ? scan(ctx, key, hash) : probe(ctx, key, hash);
    // An __eq__ of the program may have changed this dictionary in between.
    return version == seen ? entry : find(ctx, key, hash);
  }

  /** {@link #find} without an index. */
  private int scan(PyContext ctx, PyObject key, int hash) {
    PyObject[] candidates = keys;
    int[] known = hashes;
    int limit = end;
    for (int e = start; e < limit; e++) {
      if (known[e] == hash) {
        PyObject candidate = candidates[e];
        if (candidate == key || candidate != null && Operators.equal(ctx, candidate, key)) {
          return e;
        }
      }
    }
    return -1;
  }

  /** {@link #find} with the index. */
  private int probe(PyContext ctx, PyObject key, int hash) {
    PyObject[] candidates = keys;
    int[] known = hashes;
    int[] places = index;
    int mask = places.length - 1;
    int place = mix(hash) & mask;
    while (true) {
      int at = places[place];
      if (at == 0) {
        return -1;
      }
      if (at > 0 && known[at - 1] == hash) {
        PyObject candidate = candidates[at - 1];
        if (candidate == key || candidate != null && Operators.equal(ctx, candidate, key)) {
          return at - 1;
        }
      }
      place = (place + 1) & mask;
    }
  }

  /** The entry of the key of another dictionary's entry, or -1. */
  final int findKeyOf(PyContext ctx, PyDict other, int entry) {
    return live == 0 ? -1 : find(ctx, other.keys[entry], other.hashes[entry]);
  }

  // ---- change ----

  /** Sets the value of a key. */
  public final void put(PyContext ctx, PyObject key, PyObject value) {
    if (key instanceof PyStr s) {
      putStr(s, value);
      return;
    }
    int hash = hashOf(ctx, key);
    int entry = find(ctx, key, hash);
    if (entry >= 0) {
      values[entry] = value;
    } else {
      append(key, hash, value);
    }
  }

  /** Adds a key that is not there yet; one that is there stays with its value. */
  final void putIfAbsent(PyContext ctx, PyObject key, PyObject value) {
    int hash = key instanceof PyStr s ? s.textHash() : hashOf(ctx, key);
    if (find(ctx, key, hash) < 0) {
      append(key, hash, value);
    }
  }

  /** The same for the key of another dictionary's entry. */
  final void putKeyOf(PyContext ctx, PyDict other, int entry, PyObject value) {
    PyObject key = other.keys[entry];
    int hash = other.hashes[entry];
    if (find(ctx, key, hash) < 0) {
      append(key, hash, value);
    }
  }

  /** Sets the value of a str key. */
  public final void putStr(PyStr key, PyObject value) {
    int entry = findStr(key);
    if (entry >= 0) {
      values[entry] = value;
    } else {
      append(key, key.textHash(), value);
    }
  }

  /** Sets the value of an interned name. */
  public final void putName(String name, PyObject value) {
    putStr(PyStr.intern(name), value);
  }

  /** Removes a key and returns its value, or null when it was not there. */
  public final PyObject remove(PyContext ctx, PyObject key) {
    int entry = findEntry(ctx, key);
    return entry < 0 ? null : removeEntry(entry);
  }

  /** Removes the key of another dictionary's entry; adds it when it was not there. */
  final void toggleKeyOf(PyContext ctx, PyDict other, int entry, PyObject value) {
    PyObject key = other.keys[entry];
    int hash = other.hashes[entry];
    int found = find(ctx, key, hash);
    if (found < 0) {
      append(key, hash, value);
    } else {
      removeEntry(found);
    }
  }

  /** Removes an entry that is in use, if it is. */
  final void removeIfUsed(int entry) {
    if (entry >= 0 && entry < end && keys[entry] != null) {
      removeEntry(entry);
    }
  }

  /** Removes an entry in use and returns its value. */
  public final PyObject removeEntry(int entry) {
    if (index != null) {
      int mask = index.length - 1;
      int place = mix(hashes[entry]) & mask;
      while (index[place] != entry + 1) {
        place = (place + 1) & mask;
      }
      index[place] = -1;
    }
    PyObject value = values[entry];
    keys[entry] = null;
    values[entry] = null;
    live--;
    while (start < end && keys[start] == null) {
      start++;
    }
    while (end > start && keys[end - 1] == null) {
      end--;
    }
    version = ++lastVersion;
    if (live == 0) {
      clear();
    }
    return value;
  }

  public final void clear() {
    allocate(FIRST_CAPACITY);
    version = ++lastVersion;
  }

  /** Adds or replaces all entries of another dictionary; keys keep their hashes. */
  public final void putAll(PyContext ctx, PyDict other) {
    if (live == 0 && other.live == other.used) {
      copyEntries(other);
      return;
    }
    for (int e = other.nextEntry(0); e >= 0; e = other.nextEntry(e + 1)) {
      put(ctx, other.keys[e], other.values[e]);
    }
  }

  /** Adds a key that is not there. */
  final void append(PyObject key, int hash, PyObject value) {
    if (used == keys.length) {
      int capacity = live * 2 > keys.length ? keys.length * 2 : keys.length;
      if (capacity > PyContext.MAX_ALLOCATION / ENTRY_SIZE) {
        throw Errors.memoryError(null, (long) capacity * ENTRY_SIZE);
      }
      rebuild(capacity);
    }
    keys[used] = key;
    hashes[used] = hash;
    values[used] = value;
    used++;
    live++;
    end = used;
    insertIndex(hash, used);
    version = ++lastVersion;
  }

  /** Takes over the entries of a dictionary without removed ones; this one is empty. */
  private void copyEntries(PyDict other) {
    int count = other.used;
    allocate(Math.max(keys.length, capacityFor(count)));
    System.arraycopy(other.keys, 0, keys, 0, count);
    System.arraycopy(other.values, 0, values, 0, count);
    System.arraycopy(other.hashes, 0, hashes, 0, count);
    used = count;
    live = count;
    end = count;
    if (index != null && other.index != null && index.length == other.index.length) {
      System.arraycopy(other.index, 0, index, 0, index.length);
    } else if (index != null) {
      for (int i = 0; i < count; i++) {
        insertIndex(hashes[i], i + 1);
      }
    }
    version = ++lastVersion;
  }

  private void rebuild(int capacity) {
    PyObject[] oldKeys = keys;
    PyObject[] oldValues = values;
    int[] oldHashes = hashes;
    int count = used;
    allocate(capacity);
    for (int i = 0; i < count; i++) {
      if (oldKeys[i] != null) {
        keys[used] = oldKeys[i];
        values[used] = oldValues[i];
        hashes[used] = oldHashes[i];
        insertIndex(oldHashes[i], ++used);
      }
    }
    live = used;
    end = used;
  }

  private void insertIndex(int hash, int entryPlusOne) {
    if (index == null) {
      return;
    }
    int mask = index.length - 1;
    int place = mix(hash) & mask;
    while (index[place] > 0) {
      place = (place + 1) & mask;
    }
    index[place] = entryPlusOne;
  }

  private void allocate(int capacity) {
    keys = new PyObject[capacity];
    values = new PyObject[capacity];
    hashes = new int[capacity];
    index = capacity <= MAX_UNINDEXED ? null : new int[capacity * 2];
    used = 0;
    live = 0;
    end = 0;
    start = 0;
  }

  private static int mix(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  @Override
  public final boolean hasOnlyTypeMembers() {
    return true;
  }
}
