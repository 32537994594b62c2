# oracle: cpython
# Equal keys are one key, whatever their types.
d = {}
d[1] = 'int'
d[True] = 'bool'
d[1.0] = 'float'
print(d, d[1 + 0j], len(d))
d = {'a': 1, b'a': 2, ('a',): 3, None: 4, frozenset('a'): 5, 2 ** 80: 6, 0.5: 7, range: 8}
print([d[k] for k in ('a', b'a', ('a',), None, frozenset(['a']), 2 ** 80, 1 / 2, range)])
print({0: 'zero', -0.0: 'minus', False: 'no'})
d = {(1, (2, 3)): 'nested'}
print((1, (2, 3)) in d, (1.0, (2, True + 2)) in d, [1] in [list(k) for k in d])


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n


d = {Key(i): i for i in range(10)}
print(len(d), d[Key(4)], Key(11) in d, d.pop(Key(9)), len(d))
for bad in ([], {}, set(), ([],), bytearray(b'a')):
    try:
        d[bad] = 1
    except TypeError:
        print('TypeError')
