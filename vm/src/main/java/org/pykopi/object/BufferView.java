package org.pykopi.object;

/**
 * A window on the bytes of an object. {@code data} is shared, not copied; {@code offset} and {@code
 * length} are in bytes; {@code typecode} is the item type as in the {@code array} module ('B' for
 * plain bytes).
 */
public record BufferView(byte[] data, int offset, int length, char typecode, boolean isReadOnly) {
  public byte[] copy() {
    byte[] result = new byte[length];
    System.arraycopy(data, offset, result, 0, length);
    return result;
  }
}
