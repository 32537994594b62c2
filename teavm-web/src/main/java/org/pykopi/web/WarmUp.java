package org.pykopi.web;

import org.pykopi.host.Host;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.RuntimeOptions;

/**
 * Short programs that run, a few milliseconds at a time, while nothing else does. Browsers run
 * WebAssembly slowly until their optimising compiler, which works beside it, has dealt with a
 * function; what sets it off is use, and what it inlines is the callees seen until then: when
 * others come later it throws its work away. So the first programs are a tour of every common
 * operation on every common type, and the others repeat common work until it is compiled. They run
 * in a Python of their own and leave nothing behind.
 */
final class WarmUp {
  /** How often each program's {@code work} is called. */
  private static final int ROUNDS = 40;

  /** How often then those from {@link #LIBRARY} on. */
  private static final int LIBRARY_ROUNDS = 80;

  /**
   * V8 compiles the interpreter's loop after some 700 instructions, with what it saw in them: here
   * each place of the loop that calls an object meets more types than V8 inlines, four.
   */
  private static final String FIRST =
      """
      class Point:
          kind = int
          def __init__(self, x):
              self.x = x
          def more(self, by):
              return self.x + by
      def fib(n):
          return n if n < 2 else fib(n - 1) + fib(n - 2)
      def work():
          p = Point(1)
          for a in ((1,), 'a', b'a', [1], {0: 1}, bytearray(1), range(1)):
              if a or not a:
                  a[0]
              for x in a:
                  pass
              if a:
                  pass
          for i in range(2):
              for a in ((1,), 'a', b'a', [1]):
                  a.index(a[0])
              for a in ({}, set()):
                  a.copy()
          for f in (int, p.more, abs, Point, [].append, chr, id, repr, bin):
              f(1)
          p.kind(2)
          for a in (1.5, 1 << 70, 'a', b'a', [1], (1,)):
              a + a, a == a
          [].append(1), 'a'.join('b'), {1}.add(2), [1].remove(1), [].extend('a'), isinstance(1, int)
          'a'.upper(), {}.keys(), 'a'.isdigit(), [].clear(), {}.values()
          'a'.find('a'), 'a'.split(), {}.get(1), [1].pop(), 'a'.strip(), {}.setdefault(1, 2)
          max(1, 2), min(1, 2), sorted('a'), '{}'.format(1), [].sort()
          for i in range(6):
              p.x = p.more(i)
          fib(5)
      """;

  private static final String OPERATORS =
      """
      big = 1 << 70
      def work():
          for a, b in ((7, 3), (7.5, 2.0), (big, big + 1), (True, 2), (2.5, 4), (3, 0.5)):
              a + b, a - b, a * b, a / b, a // b, a % b, a < b, a <= b, a == b, a != b, a > b, -a
          for a, b in ((7, 3), (big, 5), (True, 1)):
              a & b, a | b, a ^ b, a << b, a >> b, ~a
          for a in ('abc', b'abc', bytearray(b'abc'), [1, 2, 3], (1, 2, 3)):
              a + a, a[0], a[1:], a[-1], a == a, a < a, len(a), a[0] in a, bool(a), not a
              for x in a:
                  str(x)
          for a in ({1: 2, 'a': 3}, {1, 2}, range(3), map(str, [1]), zip([1], 'a'), reversed([1])):
              for x in a:
                  pass
              a == 1
          items = [3, 1, 2]
          names = {'a': 1, 2: 'b', (1, 2): 3, 1.5: 4, None: 5}
          for key in list(names) + [str, len]:
              names[key] = key in names
              names.get(key)
          items[0] = 4
          items[1:2] = [5]
          items.sort()
          del items[0], names['a']
          return sum(x for x in range(9)), [x for x in 'ab' if x], {x: 1 for x in 'ab'}, {x for x in items}
      """;

  private static final String CALLS =
      """
      class Wrong(Exception):
          pass
      def numbers():
          yield 1
          yield 2
      def work():
          for _ in range(2):
              'abc'.find('b'), b'abc'.find(b'b'), bytearray(2).append(1), [1].append(2), (1, 2).index(1)
              {}.get(1), {1}.add(2), (5).to_bytes(2, 'big'), [1].pop(), {1: 2}.pop(1), {}.setdefault(1, 2)
              'a,b'.split(','), 'a'.join(['b']), 'a'.replace('a', 'b'), 'a'.encode(), '{}{}'.format(1, 'a')
          isinstance(1, int), hasattr(1, 'x'), issubclass(int, bool), divmod(7, 2), pow(2, 3), getattr(1, 'x', 2)
          abs(1), ord('a'), chr(97), len('a'), repr(1), id(1), hash('a'), bin(5), callable(1), dir(1)
          int('1'), float(1), str(1), bytes(2), str(b'a', 'utf8'), list('ab'), tuple('ab'), bool(1)
          max(1, 2), min(1, 2), sum([1]), sorted('ba'), set(), object(), dict(a=1), list(reversed([1]))
          for a in ([1, 2], (1, 2), 'ab', b'ab', bytearray(2), range(2), {1: 2, 2: 3}, {1, 2}, numbers()):
              for i, (x, y) in enumerate(zip(a, map(repr, [1, 2]))):
                  x == y, x == i, y == None, i == 0.5, x in (y, i), (x, i) == (i, x), [x] == [i]
              sum(1 for x in a), [x for x in a], all(x for x in a), list(filter(None, a)), any(a)
              list(map(bool, a)), list(zip(a, a)), list(enumerate(a)), list(a), set(a)
          for a in ([1], (1,), 'ab', bytearray(1), {}, None, 1.5, 1 << 70, numbers, int):
              if a or not a:
                  isinstance(a, (str, int)), a is None, [a, a].index(a), None == a, a != None
                  str(a), repr(a), '%s %r' % (a, a), '{} {!r}'.format(a, a)
          for a in (Wrong, KeyError(1), OSError, Wrong(2)):
              try:
                  raise a
              except (ValueError, Wrong):
                  pass
              except Exception:
                  pass
      """;

  private static final String PROTOCOLS =
      """
      class Point:
          kind = 'point'
          def __init__(self, x, y=0):
              self.x = x
              self.y = y
          def __eq__(self, other):
              return self is other
          def __lt__(self, other):
              return self.x < other.x
          def __add__(self, other):
              return Point(self.x + other.x, self.y)
          def __len__(self):
              return 2
          def __getitem__(self, i):
              return (self.x, self.y)[i]
          def __call__(self, *args, **names):
              return len(args) + len(names)
          def __iter__(self):
              yield self.x
              yield self.y
      class Pixel(Point):
          def __init__(self, x):
              super().__init__(x, 1)
      def work():
          p, q = Point(1), Pixel(2)
          p.x = q.x = 3
          p.z = p + q, p == q, p < q, len(p), p[0], p(1, a=2), p.kind, list(p)
          for f in (p, len, str.upper, Point.__len__, lambda a: a, 'x'.join, Pixel, isinstance):
              try:
                  f('ab')
                  f.x
                  f.__name__
              except (TypeError, AttributeError):
                  pass
          for wrong in (lambda: 1 / 0, lambda: [][1], lambda: {}[1], lambda: None.x, lambda: nothing):
              try:
                  wrong()
              except ZeroDivisionError as e:
                  str(e)
              except Exception as e:
                  e.args
              finally:
                  pass
          return '%d %s %.2f' % (1, 'a', 2.5), '{} {:>4} {a}'.format(1, 2, a=3), f'{p.x} {1 << 70:x} {1.5:.1f}'
      """;

  private static final String OBJECTS =
      """
      class Shape:
          def __init__(self, x, y):
              self.x = x
              self.y = y
          def move(self, by, times=1):
              self.x += by * times
              return self.area()
          def area(self):
              return self.x * self.y
      class Box(Shape):
          def __init__(self, x):
              super().__init__(x, 2)
          def area(self):
              return self.x + self.y
      def add(a, b, c=1):
          return a + b + c
      def adder(n):
          total = n
          def more(by):
              nonlocal total
              total += by
              return total
          return more
      def fib(n):
          return n if n < 2 else fib(n - 1) + fib(n - 2)
      def work():
          shapes = [Shape(1, 2), Box(3)]
          more = adder(3)
          for i in range(100):
              shape = shapes[i & 1]
              shape.move(i)
              shape.move(1, times=2)
              shape.y = add(i, 1) - add(1, i, c=2) + more(i)
          for i in range(40):
              Shape(i, i)
              Box(i)
          fib(9)
      """;

  private static final String CONTROL =
      """
      def numbers(n):
          i = 0
          while i < n:
              yield i
              i += 1
      def both(n):
          yield from numbers(n)
      def check(i):
          if i & 1:
              raise ValueError(i)
          return i
      def work():
          bad = 0
          for i in range(40):
              try:
                  check(i)
              except ValueError as e:
                  bad += 1
              finally:
                  bad += 1
          for i in both(100):
              bad += i
          for i in numbers(100):
              bad += i
      """;

  private static final String NUMBERS =
      """
      def work():
          total = 0
          y = 0.5
          i = 0
          seen = bytearray(64)
          while i < 300:
              total += i & 7
              total = (total * 31 ^ i) % 65521 + (total >> 3)
              y = y * 0.75 + 1.0 - y / 3
              seen[i & 63] = seen[i + 1 & 63] + 1 & 255
              if i % 3 == 0 and total != 5 or y > 9.0:
                  total -= i // 2
              i += 1
          for x in range(10):
              for y in range(20):
                  total += x * y
          big = 1
          for i in range(1, 30):
              big = big * i + 1
          return abs(total), min(y, 1), big // 7
      """;

  private static final String COLLECTIONS =
      """
      def work():
          items = []
          names = {}
          for i in range(80):
              items.append(i * 7 % 100)
              names['n%d' % (i % 20)] = names.get('n1', 0) + 1
              names[i] = i
          grid = [[0] * 5 for _ in range(5)]
          for row in range(5):
              for column in range(5):
                  grid[row][column] += row
          total = 0
          for x in items:
              if x in names and x not in (1, 2):
                  total += names[x]
          for i, x in enumerate(items):
              items[i] = items[-i] if x > 50 else x
          for name, value in names.items():
              total += value
          for a, b in zip(items, items):
              total += a - b
          seen = set()
          for x in items:
              seen.add(x)
              seen.discard(5)
          squares = {x: x * x for x in items if x & 1}
          swapped = sorted([(b, a) for a, b in squares.items()])
          swapped.sort(key=lambda pair: pair[1], reverse=True)
          items.sort()
          while len(items) > 9:
              items.pop()
          return sum(items), any(x > 9 for x in items), items[2:5] + items[::-1], seen | {1}, max(items)
      """;

  private static final String TEXTS =
      """
      words = 'the quick brown fox jumps over the lazy dog '
      def work():
          counts = {}
          parts = []
          for word in words.split():
              counts[word] = counts.get(word, 0) + 1
              parts.append(word.upper() + ':' + str(len(word)))
              parts.append('{:>6}|{}'.format(word, 1.5))
              parts.append('%s=%d' % (word, 3))
              parts.append(f'{word}{len(parts)}')
          text = ', '.join(parts)
          total = 0
          for letter in words:
              if letter == 'o' or letter in 'aeiu' or letter.isdigit():
                  total += ord(letter)
          for byte in text.encode():
              total ^= byte
          text.replace('fox', 'cat').find('dog')
          text.strip().startswith('THE')
          for i in range(30):
              total += len(text[i:i + 4])
              chr(97 + i)
              int(str(i))
      """;

  private static final String FORMATS =
      """
      import json, re
      pattern = re.compile('([a-z]+) ([a-z]+)')
      data = [{'name': 'fox', 'sizes': [1, 2.5, None, True], 'more': {'a': 'b'}} for _ in range(4)]
      def work():
          where = 'the quick brown fox jumps over the lazy dog'
          for i in range(4):
              match = pattern.search(where)
              where = where[match.end():]
              match.group(1)
          json.loads(json.dumps(data))
          pattern.sub(r'\\2 \\1', where)
          for i in range(6):
              '%s %5d %x %8.3f %r' % (i, i * 300, i, i / 3, where)
              '{:<6}{:>8.2f}{:04d}{!r:^9}{:,}'.format(i, i / 7, i, i, 1 << i * 9)
              f'{i:3}{where[:3]:>5}{i / 3:.3e}{i}'
      """;

  private static final String BUFFERS =
      """
      from array import array
      import struct
      def work():
          data = bytearray(b'the quick brown fox jumps over the lazy dog' * 2)
          numbers = array('i', range(20))
          total = 0
          for i in range(len(data) - 1):
              data[i] = (data[i] ^ data[i + 1]) & 255
          for byte in data:
              total += byte
          for i in range(20):
              numbers[i] = numbers[i] * 3 + i
          frozen = bytes(data)
          view = memoryview(data)
          for i in range(0, len(frozen), 2):
              total ^= frozen[i] | view[i]
          total += struct.unpack('<HI', struct.pack('<HI', total & 255, 9))[0]
          return data[3:9] + frozen[:4], frozen.find(b'e'), frozen.hex(), sum(numbers)
      """;

  private static final String[] PROGRAMS = {
    FIRST,
    OPERATORS,
    CALLS,
    PROTOCOLS,
    OBJECTS,
    CONTROL,
    NUMBERS,
    TEXTS,
    FORMATS,
    COLLECTIONS,
    BUFFERS
  };

  /** The work of those from TEXTS on is done in functions that a round calls less than the loop. */
  private static final int LIBRARY = 7;

  private final PyContext ctx;

  /** The function of each program that has been compiled. */
  private final PyObject[] work = new PyObject[PROGRAMS.length];

  private int step;

  /**
   * The host is not asked whether to stop: its answer may be a promise, for which only programs of
   * the user can wait. A piece is over before that matters.
   */
  WarmUp(Host host, RuntimeOptions options) {
    Host alone =
        new Host(
            host.console(),
            host.clock(),
            host.files(),
            host.entropy(),
            () -> false,
            host.environment());
    ctx = new PyRuntime(alone, options).context();
  }

  /** Runs the next program, at most a few milliseconds; whether more is to come. */
  boolean step() {
    int rounds = ROUNDS * PROGRAMS.length;
    int library = PROGRAMS.length - LIBRARY;
    int at = step < rounds ? step % PROGRAMS.length : LIBRARY + step % library;
    if (work[at] == null) {
      work[at] = compile(PROGRAMS[at]);
    }
    work[at].call0(ctx);
    step++;
    return step < rounds + LIBRARY_ROUNDS * library;
  }

  private PyObject compile(String program) {
    PyDict names = new PyDict();
    names.putName("__name__", PyStr.of("warm_up"));
    ctx.execute(ctx.compile(program, "<stdin>", "exec"), names, names);
    return names.getStr(PyStr.intern("work"));
  }
}
