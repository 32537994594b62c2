package org.pykopi.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses for bytes, as {@code uctypes}, {@code machine} and viper functions speak of them. Java
 * arrays have none, so an array gets a range of addresses when it is first asked for, and keeps it.
 * Below all of them lies some memory that belongs to no object.
 *
 * <p>The table holds arrays strongly, so it forgets the oldest when those it knows become too
 * large; a struct holds on to its own. Reading what is not mapped raises ValueError where C would
 * crash.
 */
public final class Memory {
  /** An array and the address of its first byte. */
  public record Region(long base, byte[] data) {
    public boolean contains(long address, long size) {
      return address >= base && size <= data.length && address - base <= data.length - size;
    }
  }

  private static final String KEY = "uctypes.memory";
  private static final int LOW_SIZE = 1 << 16;
  private static final int ALIGNMENT = 16;
  private static final long MOST_BYTES = 1 << 26;

  /** What an array counts beside its bytes, so that there are never too many. */
  private static final int ARRAY_COST = 1 << 12;

  /** Where the addresses of objects begin, far above those of bytes. */
  private static final long OBJECT_BASE = 1L << 48;

  private static final int MOST_OBJECTS = 1 << 16;

  /** The lowest three bits of the identity of a name; its number stands above. */
  private static final int NAME_TAG = 2;

  private static final int NAME_BITS = 7;

  private final PyContext ctx;

  /** Objects that were asked for their address; the oldest make room. Null as long as none was. */
  private PyObject[] objects;

  private long objectCount;

  /** Objects that were asked for their identity, by its lower bits; null as long as none was. */
  private PyObject[] identified;

  /** Names by their number, and back. */
  private final List<PyStr> names = new ArrayList<>();

  private final Map<PyStr, Integer> numbers = new IdentityHashMap<>();

  /** By rising address; the first one is the memory of no object. */
  private final List<Region> regions = new ArrayList<>();

  private final Map<byte[], Region> byArray = new IdentityHashMap<>();
  private long nextBase = LOW_SIZE;
  private long total;

  private Memory(PyContext ctx) {
    this.ctx = ctx;
    regions.add(new Region(0, new byte[LOW_SIZE]));
    byArray.put(regions.get(0).data, regions.get(0));
  }

  /** The memory of a runtime. */
  public static Memory of(PyContext ctx) {
    Object memory = ctx.moduleState.get(KEY);
    if (memory == null) {
      memory = new Memory(ctx);
      ctx.moduleState.put(KEY, memory);
    }
    return (Memory) memory;
  }

  /** The address of a view's first byte. */
  public long addressOf(BufferView view) {
    Region region = byArray.get(view.data());
    if (region == null) {
      region = new Region(nextBase, view.data());
      nextBase = (nextBase + region.data.length + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
      regions.add(region);
      byArray.put(region.data, region);
      total += region.data.length + ARRAY_COST;
      if (total > MOST_BYTES) {
        forgetOldest();
      }
    }
    return region.base + view.offset();
  }

  /** An address that stands for the object itself. */
  public long addressOf(PyObject object) {
    if (objects == null) {
      objects = new PyObject[MOST_OBJECTS];
    }
    objects[(int) (objectCount % MOST_OBJECTS)] = object;
    return OBJECT_BASE + ALIGNMENT * objectCount++;
  }

  /** The object behind an address that {@link #addressOf(PyObject)} or {@link #identityOf} gave. */
  public PyObject objectAt(long address) {
    PyObject known = ctx.profile.isDev() ? withIdentity(address) : null;
    if (known != null) {
      return known;
    }
    long number = (address - OBJECT_BASE) / ALIGNMENT;
    if (address < OBJECT_BASE || number >= objectCount || number < objectCount - MOST_OBJECTS) {
      throw notMapped();
    }
    return objects[(int) (number % MOST_OBJECTS)];
  }

  /**
   * What {@code id} gives in Pycopy's development variant, where programs put addresses of objects
   * and numbers of names into bytecode.
   */
  public long identityOf(PyObject object) {
    if (object instanceof PyStr name && name.isInterned()) {
      Integer number = numbers.get(name);
      if (number == null) {
        if (names.isEmpty()) {
          names.add(null); // no name has the number 0
        }
        number = names.size();
        names.add(name);
        numbers.put(name, number);
      }
      return (long) number << 3 | NAME_TAG;
    }
    if (identified == null) {
      identified = new PyObject[MOST_OBJECTS];
    }
    int identity = ctx.identityOf(object);
    identified[identity / ALIGNMENT & MOST_OBJECTS - 1] = object;
    return identity;
  }

  /** The name with that number, or null. */
  public PyStr nameAt(int number) {
    return number < names.size() ? names.get(number) : null;
  }

  /** The object with that identity if {@link #identityOf} was asked for it, else null. */
  private PyObject withIdentity(long identity) {
    if ((identity & 1) != 0) {
      return PyInt.of(identity >> 1);
    }
    if ((identity & NAME_BITS) == NAME_TAG) {
      return nameAt((int) Math.min(identity >>> 3, Integer.MAX_VALUE));
    }
    PyObject found =
        identified == null ? null : identified[(int) (identity / ALIGNMENT) & MOST_OBJECTS - 1];
    return found != null && ctx.identityOf(found) == identity ? found : null;
  }

  /** The text from an address up to a zero byte, or to the end of its array. */
  public byte[] textAt(long address) {
    Region region = find(address);
    if (region == null) {
      throw notMapped();
    }
    int from = (int) (address - region.base);
    int to = from;
    while (to < region.data.length && region.data[to] != 0) {
      to++;
    }
    return Arrays.copyOfRange(region.data, from, to);
  }

  /** Forgets until half of the room is free, but never the latest region. */
  private void forgetOldest() {
    int count = 0;
    while (total > MOST_BYTES / 2 && count < regions.size() - 2) {
      count++;
      byArray.remove(regions.get(count).data);
      total -= regions.get(count).data.length + ARRAY_COST;
    }
    regions.subList(1, count + 1).clear();
  }

  /** The region that an address lies in, or null. */
  public Region find(long address) {
    int low = 0;
    int high = regions.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (regions.get(middle).base <= address) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Region region = regions.get(low);
    return region.contains(address, 0) ? region : null;
  }

  /** The bytes at an address; {@code known} is a region to look in first, or null. */
  public BufferView at(Region known, long address, long size) {
    Region region = known != null && known.contains(address, size) ? known : find(address);
    if (region == null || size < 0 || !region.contains(address, size)) {
      throw notMapped();
    }
    return new BufferView(region.data, (int) (address - region.base), (int) size, 'B', false);
  }

  private PyException notMapped() {
    return Errors.valueError(ctx, "address isn't mapped");
  }
}
