package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;

/**
 * A picture: pixels in one of the formats, stored in the bytes of another object. Drawing outside
 * is ignored. The origin is at the top left.
 *
 * <pre>
 * MONO_VLSB  1 bit; a byte is 8 pixels below each other, the top one in bit 0
 * MONO_HLSB  1 bit; a byte is 8 pixels side by side, the left one in bit 7
 * MONO_HMSB  the same, the left one in bit 0
 * GS2_HMSB   2 bits, the left one of 4 pixels lowest
 * GS4_HMSB   4 bits, the left one of 2 pixels highest
 * GS8        a byte
 * RGB565     two bytes, low byte first
 * </pre>
 */
final class Pixels {
  static final int MONO_VLSB = 0;
  static final int RGB565 = 1;
  static final int GS4_HMSB = 2;
  static final int MONO_HLSB = 3;
  static final int MONO_HMSB = 4;
  static final int GS2_HMSB = 5;
  static final int GS8 = 6;

  private static final int LARGEST = 0xffff;

  final BufferView view;
  final int width;
  final int height;
  private final int format;
  private final int bits;

  /** Pixels from one row to the next; for MONO_VLSB bytes from eight rows to the next eight. */
  private final int stride;

  private Pixels(BufferView view, int width, int height, int format, int stride) {
    this.view = view;
    this.width = width;
    this.height = height;
    this.format = format;
    this.bits = bits(format);
    this.stride = stride;
  }

  /** From arguments (buffer, width, height, format, stride=width). */
  static Pixels of(PyContext ctx, PyObject[] args, int at, int nargs, boolean writes) {
    long width = Args.toLong(ctx, args[at + 1]);
    long height = Args.toLong(ctx, args[at + 2]);
    long format = Args.toLong(ctx, args[at + 3]);
    long stride = nargs == 5 ? Args.toLong(ctx, args[at + 4]) : width;
    if (width < 1 || height < 1 || height > LARGEST || stride > LARGEST || stride < width) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    if (format < MONO_VLSB || format > GS8) {
      throw Errors.valueError(ctx, "invalid format");
    }
    BufferView view = writes ? Args.toWritableBuffer(ctx, args[at]) : Args.toBuffer(ctx, args[at]);
    int code = (int) format;
    long step = roundUp(stride, code);
    long needed =
        code == MONO_VLSB
            ? (height - 1) / 8 * step + width
            : ((height - 1) * step + roundUp(width, code)) * bits(code) / 8;
    if (needed > view.length()) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    return new Pixels(view, (int) width, (int) height, code, (int) step);
  }

  private static int bits(int format) {
    switch (format) {
      case RGB565:
        return 16;
      case GS8:
        return 8;
      case GS4_HMSB:
        return 4;
      case GS2_HMSB:
        return 2;
      default:
        return 1;
    }
  }

  /** A number of pixels such that rows begin with a byte. */
  private static long roundUp(long pixels, int format) {
    int perByte = Math.max(1, 8 / bits(format));
    return format == MONO_VLSB ? pixels : (pixels + perByte - 1) / perByte * perByte;
  }

  // ---- single pixels ----

  /** The byte a pixel lies in, or starts with. */
  private int place(int x, int y) {
    return view.offset()
        + (format == MONO_VLSB ? (y >> 3) * stride + x : (y * stride + x) * bits / 8);
  }

  /** How far a pixel of less than a byte is shifted. */
  private int shift(int x, int y) {
    switch (format) {
      case MONO_VLSB:
        return y & 7;
      case MONO_HLSB:
        return 7 - (x & 7);
      case MONO_HMSB:
        return x & 7;
      case GS2_HMSB:
        return (x & 3) * 2;
      case GS4_HMSB:
        return (1 - (x & 1)) * 4;
      default:
        return 0;
    }
  }

  private int mask() {
    return (1 << bits) - 1;
  }

  /** The colour of a pixel that must be inside. */
  int get(int x, int y) {
    byte[] data = view.data();
    int at = place(x, y);
    int low = data[at] & 0xff;
    return bits == 16 ? low | (data[at + 1] & 0xff) << 8 : low >> shift(x, y) & mask();
  }

  /**
   * The colour number {@code index} of a picture that is a palette: its first row; 0 beyond all
   * bytes.
   */
  int colorAt(int index) {
    int last = view.offset() + view.length() - (bits + 7) / 8;
    return place(index, 0) > last ? 0 : get(index, 0);
  }

  boolean contains(long x, long y) {
    return x >= 0 && x < width && y >= 0 && y < height;
  }

  /** Sets a pixel if it is inside. In the formats of one bit any colour but 0 sets it. */
  void set(long x, long y, int color) {
    if (contains(x, y)) {
      put((int) x, (int) y, color);
    }
  }

  private void put(int x, int y, int color) {
    byte[] data = view.data();
    int at = place(x, y);
    if (bits >= 8) {
      data[at] = (byte) color;
      if (bits == 16) {
        data[at + 1] = (byte) (color >> 8);
      }
      return;
    }
    int value = bits == 1 ? (color == 0 ? 0 : 1) : color & mask();
    int shift = shift(x, y);
    data[at] = (byte) (data[at] & ~(mask() << shift) | value << shift);
  }

  // ---- areas ----

  /** Fills a rectangle as far as it is inside. */
  void fill(long x, long y, long w, long h, int color) {
    int right = (int) Math.min(width, x + w);
    int bottom = (int) Math.min(height, y + h);
    for (int row = (int) Math.max(y, 0); row < bottom; row++) {
      for (int column = (int) Math.max(x, 0); column < right; column++) {
        put(column, row, color);
      }
    }
  }

  /**
   * Copies a picture to a place; pixels of colour {@code transparent} are left out. With a palette
   * (not null) a pixel's colour is looked up there first.
   */
  void copy(Pixels source, long x, long y, int transparent, Pixels palette) {
    int right = (int) Math.min(width, x + source.width);
    int bottom = (int) Math.min(height, y + source.height);
    for (int row = (int) Math.max(y, 0); row < bottom; row++) {
      for (int column = (int) Math.max(x, 0); column < right; column++) {
        int color = source.get((int) (column - x), (int) (row - y));
        if (palette != null) {
          color = palette.colorAt(color);
        }
        if (color != transparent) {
          put(column, row, color);
        }
      }
    }
  }

  /** Moves the whole picture; what is uncovered stays as it was. */
  void scroll(long dx, long dy) {
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) {
      return;
    }
    int columns = width - (int) Math.abs(dx);
    int rows = height - (int) Math.abs(dy);
    for (int i = 0; i < rows; i++) {
      int y = dy < 0 ? i : height - 1 - i;
      for (int j = 0; j < columns; j++) {
        int x = dx < 0 ? j : width - 1 - j;
        put(x, y, get((int) (x - dx), (int) (y - dy)));
      }
    }
  }
}
