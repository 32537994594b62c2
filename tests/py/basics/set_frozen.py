# oracle: cpython
# frozenset can be a key and mixes with set.
f = frozenset([1, 2])
print(f == {1, 2}, {f: 'value'}[frozenset((2, 1))], sorted(f | {3}), sorted({3} | f))
print(frozenset(), frozenset('a'), f in {f}, hash(f) == hash(frozenset([2, 1])))
print(sorted(f.union([5])), f.issubset([1, 2, 3]), len(f), sorted(f.difference([1])))
