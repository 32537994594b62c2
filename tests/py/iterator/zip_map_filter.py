# oracle: cpython
# zip, map and filter take one item at a time and stop at the shortest.
def items(name, n):
    for i in range(n):
        print(name, end=' ')
        yield i


print(list(zip(items('a', 2), items('b', 3))))
print(list(zip(items('a', 3), items('b', 2))))
print(list(zip()), list(zip([1])))
print(list(map(lambda x, y: x * 10 + y, items('a', 2), items('b', 3))))
print(list(filter(None, [0, 1, '', 'x', [], [0], None, 2.5])))
print(list(filter(lambda x: x % 2, range(7))))
z = zip('ab', 'cd')
print(iter(z) is z, next(z), next(z), next(z, 'end'))
m = map(str, [1, 2])
print(next(m), list(m), list(m))
for bad in (lambda: list(map(1, [2])), lambda: zip(1), lambda: filter(None, 2), lambda: map(str)):
    try:
        bad()
    except TypeError:
        print('TypeError')
