package org.pykopi.web;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;

/**
 * A short program that runs while the page loads. Browsers run WebAssembly slowly until their
 * optimising compiler, which works beside it, has dealt with a function; what sets it off is use,
 * and what it inlines is what was used until then. So a few thousand instructions of every common
 * kind come before the first program, and most of the compiler's time has passed when that starts.
 */
final class WarmUp {
  private static final String PROGRAM =
      """
      __name__ = 'warm_up'
      class Point:
          def __init__(self, x):
              self.x = x
          def move(self, by):
              self.x += by
              return self.x
      def work(n):
          total = 0
          items = []
          names = {'a': 1, 'b': 2}
          point = Point(0)
          y = 0.5
          i = 0
          while i < n:
              total += point.move(i) & 7
              items.append(i * 2)
              y = y * 0.5 + 1.0
              if items[i] > 5 and i % 3 == 0:
                  total -= names['a']
              i += 1
          for x in items:
              total ^= x
          for k in range(n):
              total += len(items)
          return str(total) + ''.join([str(x) for x in items])
      work(100)
      """;

  private WarmUp() {}

  /** Runs the program with names of its own; it prints nothing and leaves nothing behind. */
  static void run(PyContext ctx) {
    PyDict names = new PyDict();
    ctx.execute(ctx.compile(PROGRAM, "<stdin>", "exec"), names, names);
  }
}
