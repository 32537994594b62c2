# oracle: cpython
# enumerate, zip, map, filter, reversed, iter, next.
print(list(enumerate('ab')), list(enumerate('ab', 5)))
print(list(zip('abc', range(2))), list(zip()), list(zip([1], [2], [3])))
print(list(map(lambda x: x + 1, [1, 2])), list(map(max, [1, 5], [3, 2])))
print(list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed('abc')))
it = iter([1, 2])
print(next(it), next(it), next(it, 'done'))
try:
    next(it)
except StopIteration:
    print('StopIteration')
m = map(str, [1])
print(iter(m) is m)
