package org.pykopi.object;

/**
 * The growing array of bytes inside bytearray and array: {@code data[offset .. offset + length)}.
 * The bytes may be part of another object's array; when they grow they move to an array of their
 * own.
 */
final class ByteStore {
  private static final int MIN_SPARE = 8;

  byte[] data;
  int offset;
  int length;

  /** Bytes from {@code offset} on that this store may use. */
  int capacity;

  /** Takes over the array. */
  ByteStore(byte[] data) {
    this(data, 0, data.length);
  }

  /** Shares part of an array. */
  ByteStore(byte[] data, int offset, int length) {
    this.data = data;
    this.offset = offset;
    this.length = length;
    this.capacity = length;
  }

  /**
   * Replaces the bytes {@code [from, to)} by others, which may come from this store's own array.
   */
  void replace(PyContext ctx, int from, int to, byte[] source, int sourceAt, int count) {
    long newLength = (long) length - (to - from) + count;
    byte[] old = data;
    int oldOffset = offset;
    byte[] bytes = source;
    int at = sourceAt;
    if (source == old) {
      bytes = new byte[count];
      System.arraycopy(source, sourceAt, bytes, 0, count);
      at = 0;
    }
    if (newLength > capacity) {
      ctx.checkHeap();
      ctx.checkSize(newLength, 1);
      data = new byte[(int) (newLength + (newLength >> 2) + MIN_SPARE)];
      offset = 0;
      capacity = data.length;
      System.arraycopy(old, oldOffset, data, 0, from);
    }
    System.arraycopy(old, oldOffset + to, data, offset + from + count, length - to);
    System.arraycopy(bytes, at, data, offset + from, count);
    length = (int) newLength;
  }

  /**
   * Assigns to a slice of items of {@code size} bytes; a step other than 1 wants the same number of
   * items.
   */
  void assign(PyContext ctx, Slices range, int size, BufferView source) {
    int count = source.length() / size;
    if (range.step() == 1) {
      int from = range.start() * size;
      int to = Math.max(range.start(), range.stop()) * size;
      replace(ctx, from, to, source.data(), source.offset(), count * size);
      return;
    }
    if (count == 0) {
      delete(range, size);
      return;
    }
    if (count != range.count()) {
      throw Errors.valueError(
          ctx,
          "attempt to assign sequence of size "
              + count
              + " to extended slice of size "
              + range.count());
    }
    byte[] bytes = source.copy();
    for (int i = 0; i < count; i++) {
      int at = offset + (range.start() + i * range.step()) * size;
      System.arraycopy(bytes, i * size, data, at, size);
    }
  }

  /** Removes a slice of items of {@code size} bytes. */
  void delete(Slices range, int size) {
    int count = range.count();
    boolean isBackward = range.step() < 0;
    int step = isBackward ? -range.step() : range.step();
    int first = isBackward ? range.start() - (count - 1) * step : range.start();
    int to = first * size;
    for (int i = 0; i < count; i++) {
      int from = (first + i * step + 1) * size;
      int end = i == count - 1 ? length : (first + (i + 1) * step) * size;
      System.arraycopy(data, offset + from, data, offset + to, end - from);
      to += end - from;
    }
    length -= count * size;
  }
}
