# oracle: cpython
# repr and str of the builtin types.
for x in (0, -1, 1.0, 1e20, 'a', "it's", 'say "x"', '\'"', '\n\t\\', b'q\'', True, None, ..., [1, 'a'],
          (1,), (), {'k': 'v'}, set(), {5}, 1 + 2j, range(3), bytearray(b'ab'),
          int, type, ValueError, slice):
    print(repr(x), str(x))
