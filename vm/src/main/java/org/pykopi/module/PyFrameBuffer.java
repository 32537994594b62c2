package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.ArrayItems;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.util.Utf8;

/** {@code framebuf.FrameBuffer}: a picture to draw on; see {@link Pixels} and {@link Drawing}. */
final class PyFrameBuffer extends PyObject {
  static final PyType TYPE =
      new TypeTable("FrameBuffer")
          .constructor(PyFrameBuffer::make)
          .fn2("fill", PyFrameBuffer::fill)
          .fn("fill_rect", 6, 6, PyFrameBuffer::fill_rect)
          .fn("pixel", 3, 4, PyFrameBuffer::pixel)
          .fn("hline", 5, 5, PyFrameBuffer::hline)
          .fn("vline", 5, 5, PyFrameBuffer::vline)
          .fn("rect", 6, 7, PyFrameBuffer::rect)
          .fn("line", 6, 6, PyFrameBuffer::line)
          .fn("ellipse", 6, 8, PyFrameBuffer::ellipse)
          .fn("poly", 5, 6, PyFrameBuffer::poly)
          .fn("blit", 4, 6, PyFrameBuffer::blit)
          .fn3("scroll", PyFrameBuffer::scroll)
          .fn("text", 4, 5, PyFrameBuffer::text)
          .build();

  /** A colour that no pixel has. */
  private static final int NO_COLOR = -1;

  private final Pixels pixels;

  PyFrameBuffer(Pixels pixels) {
    this.pixels = pixels;
  }

  /** FrameBuffer(buffer, width, height, format, stride=width) */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 4, 5);
    return new PyFrameBuffer(Pixels.of(ctx, args, at, nargs, true));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public BufferView buffer() {
    return pixels.view;
  }

  private static Pixels self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyFrameBuffer buffer) {
      return buffer.pixels;
    }
    throw Errors.wrongSelf(ctx, "FrameBuffer", value);
  }

  /** The next {@code count} arguments as ints. */
  private static long[] ints(PyContext ctx, PyObject[] args, int at, int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = number(ctx, args[at + i]);
    }
    return values;
  }

  /** An int argument; cut to 32 bits, so that sums of two fit. */
  private static int number(PyContext ctx, PyObject argument) {
    return (int) Args.toLong(ctx, argument);
  }

  /** fill(color): fills all. */
  private static PyObject fill(PyContext ctx, PyObject self, PyObject color) {
    Pixels pixels = self(ctx, self);
    pixels.fill(0, 0, pixels.width, pixels.height, number(ctx, color));
    return PyNone.NONE;
  }

  /** fill_rect(x, y, w, h, color): fills a rectangle. */
  private static PyObject fill_rect(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 5);
    pixels.fill(n[0], n[1], n[2], n[3], (int) n[4]);
    return PyNone.NONE;
  }

  /** pixel(x, y[, color]) -> int: the colour of a pixel, or sets it; None outside. */
  private static PyObject pixel(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    int x = number(ctx, args[at + 1]);
    int y = number(ctx, args[at + 2]);
    if (!pixels.contains(x, y)) {
      return PyNone.NONE;
    }
    if (nargs == 3) {
      return PyInt.of(pixels.get(x, y));
    }
    pixels.set(x, y, number(ctx, args[at + 3]));
    return PyNone.NONE;
  }

  /** hline(x, y, w, color): a level line. */
  private static PyObject hline(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 4);
    pixels.fill(n[0], n[1], n[2], 1, (int) n[3]);
    return PyNone.NONE;
  }

  /** vline(x, y, h, color): an upright line. */
  private static PyObject vline(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 4);
    pixels.fill(n[0], n[1], 1, n[2], (int) n[3]);
    return PyNone.NONE;
  }

  /** rect(x, y, w, h, color, fill=False): a rectangle. */
  private static PyObject rect(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 5);
    int color = (int) n[4];
    if (nargs > 6 && args[at + 6].isTrue(ctx)) {
      pixels.fill(n[0], n[1], n[2], n[3], color);
    } else {
      pixels.fill(n[0], n[1], n[2], 1, color);
      pixels.fill(n[0], n[1] + n[3] - 1, n[2], 1, color);
      pixels.fill(n[0], n[1], 1, n[3], color);
      pixels.fill(n[0] + n[2] - 1, n[1], 1, n[3], color);
    }
    return PyNone.NONE;
  }

  /** line(x1, y1, x2, y2, color): a straight line. */
  private static PyObject line(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 5);
    Drawing.line(pixels, n[0], n[1], n[2], n[3], (int) n[4]);
    return PyNone.NONE;
  }

  /**
   * ellipse(x, y, xr, yr, color, fill=False, quarters=15): an ellipse or some quarters of it: 1 top
   * right, 2 top left, 4 bottom left, 8 bottom right.
   */
  private static PyObject ellipse(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 5);
    boolean isFilled = nargs > 6 && args[at + 6].isTrue(ctx);
    int quarters = nargs > 7 ? number(ctx, args[at + 7]) : Drawing.ALL_QUARTERS;
    Drawing.Ellipse shape =
        new Drawing.Ellipse(n[0], n[1], (int) n[4], isFilled, quarters & Drawing.ALL_QUARTERS);
    Drawing.ellipse(pixels, shape, n[2], n[3]);
    return PyNone.NONE;
  }

  /** poly(x, y, corners, color, fill=False): a polygon; corners is an array of x and y in turn. */
  private static PyObject poly(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    long[] n = ints(ctx, args, at + 1, 2);
    BufferView view = Args.toBuffer(ctx, args[at + 3]);
    int size = ArrayItems.size(view.typecode());
    long[] corners = new long[view.length() / size / 2 * 2];
    if (corners.length == 0) {
      return PyNone.NONE;
    }
    int color = number(ctx, args[at + 4]);
    for (int i = 0; i < corners.length; i++) {
      int place = view.offset() + i * size;
      corners[i] = number(ctx, ArrayItems.get(view.data(), place, view.typecode()));
    }
    if (nargs > 5 && args[at + 5].isTrue(ctx)) {
      Drawing.polygon(pixels, n[0], n[1], corners, color);
    } else {
      Drawing.outline(pixels, n[0], n[1], corners, color);
    }
    return PyNone.NONE;
  }

  /**
   * blit(source, x, y, key=-1, palette=None): copies a picture; source and palette are a
   * FrameBuffer or a tuple (buffer, width, height, format, stride=width).
   */
  private static PyObject blit(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    Pixels source = source(ctx, args[at + 1]);
    int x = number(ctx, args[at + 2]);
    int y = number(ctx, args[at + 3]);
    int key = nargs > 4 ? number(ctx, args[at + 4]) : NO_COLOR;
    Pixels palette = nargs > 5 && args[at + 5] != PyNone.NONE ? source(ctx, args[at + 5]) : null;
    pixels.copy(source, x, y, key, palette);
    return PyNone.NONE;
  }

  private static Pixels source(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyFrameBuffer buffer) {
      return buffer.pixels;
    }
    PyObject[] parts = Args.toItems(ctx, value);
    if (parts.length < 4 || parts.length > 5) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    return Pixels.of(ctx, parts, 0, parts.length, false);
  }

  /** scroll(dx, dy): moves the picture; what is uncovered stays as it was. */
  private static PyObject scroll(PyContext ctx, PyObject self, PyObject dx, PyObject dy) {
    self(ctx, self).scroll(Args.toLong(ctx, dx), Args.toLong(ctx, dy));
    return PyNone.NONE;
  }

  /** text(text, x, y, color=1): writes with letters of 8 x 8 pixels. */
  private static PyObject text(PyContext ctx, PyObject[] args, int at, int nargs) {
    Pixels pixels = self(ctx, args[at]);
    byte[] letters = letters(ctx, args[at + 1]);
    long[] n = ints(ctx, args, at + 2, 2);
    int color = nargs > 4 ? number(ctx, args[at + 4]) : 1;
    for (int i = 0; i < letters.length && letters[i] != 0; i++) {
      for (int row = 0; row < Font.SIZE; row++) {
        int bits = Font.row(letters[i] & 0xff, row);
        for (int column = 0; column < Font.SIZE; column++) {
          if ((bits & 0x80 >> column) != 0) {
            pixels.set(n[0] + Font.SIZE * i + column, n[1] + row, color);
          }
        }
      }
    }
    return PyNone.NONE;
  }

  /** A text's bytes: letters beyond ASCII take several places. */
  private static byte[] letters(PyContext ctx, PyObject text) {
    PyObject plain = Args.unwrap(text);
    return plain instanceof PyStr || plain.buffer() == null
        ? Utf8.encode(Args.toText(ctx, text))
        : plain.buffer().copy();
  }
}
