# oracle: cpython
# sorted takes any iterable and does not change it.
data = [('bob', 25), ('al', 30), ('cy', 25)]
print(sorted(data, key=lambda p: (p[1], p[0])))
print(sorted(data, key=lambda p: p[1], reverse=True))
print(sorted((x for x in 'cab')), sorted({3: 1, 1: 2}), data[0])
print(sorted([[2], [1, 5], []]), sorted(['b', 'A', 'C'], key=str.lower))
