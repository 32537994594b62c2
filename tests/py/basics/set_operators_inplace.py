# oracle: cpython
# Augmented assignment changes a set itself, but makes a new frozenset.
s = t = {1, 2, 3}
s |= {4}
s &= {2, 3, 4}
s -= {2}
s ^= {3, 9}
print(sorted(s), s is t)
f = g = frozenset([1, 2])
f |= {3}
print(sorted(f), sorted(g), type(f) is frozenset)
print(type({1} | frozenset([2])) is set, type(frozenset([1]) | {2}) is frozenset)
s -= s
print(s)
s.update([1, 2], (3,), 'x')
s.difference_update([1], [2])
print(sorted(s, key=str), sorted({1, 2, 3}.difference([1], [3])))
for op in ('s | [1]', 's & (1,)', 's - "a"', 's < [1]', 's + s'):
    try:
        eval(op)
    except TypeError:
        print('TypeError')
