# oracle: cpython
# Tuples: index, slice, join, count, hash.
t = (1, 'two', 3.0, None)
print(t[1], t[-1], t[1:3], t + (5,), (0,) * 3, len(t))
print(t.count(1), t.index('two'), 3 in t, hash((1, 2)) == hash((1, 2)))
print(tuple('abc'), tuple([1]), tuple(), tuple(range(3)))
print((1, 2) == (1, 2), (1, 2) < (2,), () == tuple([]))
a, *b = t
print(a, b)
