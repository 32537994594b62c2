# oracle: cpython
# type() of everything that programs meet.
def gen():
    yield


for x in (1, 1.5, 1j, '', b'', [], (), {}, set(), frozenset(), None, True, range(1), bytearray(),
          gen(), len, int, ValueError()):
    name = type(x).__name__
    if name not in ('list_iterator', 'iterator', 'builtin_function_or_method', 'function'):
        print(name)
print(type('X', (), {'a': 1}).a, type(type))
