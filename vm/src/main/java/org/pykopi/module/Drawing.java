package org.pykopi.module;

import java.util.Arrays;

/**
 * Lines, ellipses and polygons on {@link Pixels}, all with integers alone. Which pixels they take
 * is as in the reference, which programs for small displays are made for.
 */
final class Drawing {
  private Drawing() {}

  /**
   * A line with both ends, by Bresenham's algorithm: one step for each pixel of the longer
   * direction, and one of the other when the error says so.
   */
  static void line(Pixels pixels, long x1, long y1, long x2, long y2, int color) {
    boolean isSteep = Math.abs(y2 - y1) > Math.abs(x2 - x1);
    long length = isSteep ? Math.abs(y2 - y1) : Math.abs(x2 - x1);
    long rise = isSteep ? Math.abs(x2 - x1) : Math.abs(y2 - y1);
    long stepX = x2 > x1 ? 1 : -1;
    long stepY = y2 > y1 ? 1 : -1;
    long x = x1;
    long y = y1;
    long error = 2 * rise - length;
    for (long i = 0; i < length; i++) {
      pixels.set(x, y, color);
      boolean isCrossStep = error >= 0;
      error += 2 * rise - (isCrossStep ? 2 * length : 0);
      x += isSteep && !isCrossStep ? 0 : stepX;
      y += isSteep || isCrossStep ? stepY : 0;
    }
    pixels.set(x2, y2, color);
  }

  // ---- ellipses ----

  static final int TOP_RIGHT = 1;
  static final int TOP_LEFT = 2;
  static final int BOTTOM_LEFT = 4;
  static final int BOTTOM_RIGHT = 8;
  static final int ALL_QUARTERS = 15;

  /** Where an ellipse is and how it is drawn. */
  record Ellipse(long x, long y, int color, boolean isFilled, int quarters) {}

  /** An ellipse: two arcs, of which each goes from one axis to where the slope is one. */
  static void ellipse(Pixels pixels, Ellipse shape, long radiusX, long radiusY) {
    if (radiusX == 0 && radiusY == 0) {
      if (shape.quarters != 0) {
        pixels.set(shape.x, shape.y, shape.color);
      }
      return;
    }
    arc(pixels, shape, radiusX, radiusY, false);
    arc(pixels, shape, radiusY, radiusX, true);
  }

  /**
   * Goes from the end of the axis with radius {@code a} step by step along the other axis, radius
   * {@code b}, and goes inwards when the point would come to lie outside. {@code outside} is the
   * value of the ellipse's equation at the point.
   */
  private static void arc(Pixels pixels, Ellipse shape, long a, long b, boolean isSwapped) {
    long u = a;
    long v = 0;
    long outside = 0;
    long inwards = b * b * (1 - 2 * a);
    long along = a * a;
    while (b * b * u >= a * a * v) {
      points(pixels, shape, isSwapped ? v : u, isSwapped ? u : v);
      v++;
      outside += along;
      along += 2 * a * a;
      if (2 * outside + inwards > 0) {
        u--;
        outside += inwards;
        inwards += 2 * b * b;
      }
    }
  }

  /**
   * The pixels at that distance from the centre in each quarter, or the lines from there to the
   * axis.
   */
  private static void points(Pixels pixels, Ellipse shape, long dx, long dy) {
    for (int quarter = TOP_RIGHT; quarter <= BOTTOM_RIGHT; quarter <<= 1) {
      if ((shape.quarters & quarter) == 0) {
        continue;
      }
      boolean isLeft = quarter == TOP_LEFT || quarter == BOTTOM_LEFT;
      long y = quarter <= TOP_LEFT ? shape.y - dy : shape.y + dy;
      long x = isLeft ? shape.x - dx : shape.x + dx;
      if (shape.isFilled) {
        pixels.fill(isLeft ? x : shape.x, y, dx + 1, 1, shape.color);
      } else {
        pixels.set(x, y, shape.color);
      }
    }
  }

  // ---- polygons ----

  /** The edges from corner to corner, as lines; {@code corners} holds x and y in turn. */
  static void outline(Pixels pixels, long x, long y, long[] corners, int color) {
    for (int i = 0; i < corners.length; i += 2) {
      int j = (i + 2) % corners.length;
      line(pixels, x + corners[j], y + corners[j + 1], x + corners[i], y + corners[i + 1], color);
    }
  }

  /** The inside of a polygon, row by row: between each odd crossing of an edge and the next one. */
  static void polygon(Pixels pixels, long x, long y, long[] corners, int color) {
    long top = Long.MAX_VALUE;
    long bottom = Long.MIN_VALUE;
    for (int i = 1; i < corners.length; i += 2) {
      top = Math.min(top, corners[i]);
      bottom = Math.max(bottom, corners[i]);
    }
    long first = Math.max(top, -y);
    long last = Math.min(bottom, pixels.height - 1 - y);
    for (long row = first; row <= last; row++) {
      polygonRow(pixels, x, y, corners, row, color);
    }
  }

  private static void polygonRow(
      Pixels pixels, long x, long y, long[] corners, long row, int color) {
    long[] crossings = new long[corners.length / 2];
    int count = 0;
    for (int i = corners.length - 2; i >= 0; i -= 2) {
      int j = (i + 2) % corners.length;
      long x1 = corners[j];
      long y1 = corners[j + 1];
      long x2 = corners[i];
      long y2 = corners[i + 1];
      if ((y1 > row) != (y2 > row)) {
        crossings[count++] = (32 * x1 + 32 * (x2 - x1) * (row - y1) / (y2 - y1) + 16) / 32;
      } else if (row == Math.max(y1, y2)) {
        // An edge counts without its lower end, so the lowest corners and edges come extra.
        if (y1 == y2) {
          line(pixels, x + x1, y + row, x + x2, y + row, color);
        } else {
          pixels.set(x + (y1 < y2 ? x2 : x1), y + row, color);
        }
      }
    }
    Arrays.sort(crossings, 0, count);
    for (int i = 0; i + 1 < count; i += 2) {
      pixels.fill(x + crossings[i], y + row, crossings[i + 1] - crossings[i] + 1, 1, color);
    }
  }
}
