package org.pykopi.util;

/** A growing array of bytes. */
public final class ByteBuilder {
  private byte[] data;
  private int length;

  public ByteBuilder() {
    this(64);
  }

  /** An empty builder with room for that many bytes. */
  public ByteBuilder(int capacity) {
    data = new byte[Math.max(capacity, 16)];
  }

  public int length() {
    return length;
  }

  /**
   * The bytes themselves; only the first {@link #length} count, and the array changes when the
   * builder grows.
   */
  public byte[] data() {
    return data;
  }

  public byte get(int index) {
    return data[index];
  }

  public void add(int value) {
    ensure(1);
    data[length++] = (byte) value;
  }

  public void add(byte[] source) {
    add(source, 0, source.length);
  }

  public void add(byte[] source, int offset, int count) {
    ensure(count);
    System.arraycopy(source, offset, data, length, count);
    length += count;
  }

  /** Makes room for that many more bytes behind the present ones. */
  public void ensure(int more) {
    if (length + more > data.length) {
      byte[] longer = new byte[Math.max(length + more, data.length * 2)];
      System.arraycopy(data, 0, longer, 0, length);
      data = longer;
    }
  }

  /** Makes the builder that long: cuts it, or counts bytes that were put into {@link #data}. */
  public void setLength(int newLength) {
    ensure(newLength - length);
    length = newLength;
  }

  public byte[] toArray() {
    byte[] result = new byte[length];
    System.arraycopy(data, 0, result, 0, length);
    return result;
  }
}
