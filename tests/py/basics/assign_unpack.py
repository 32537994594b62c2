# oracle: cpython
# Unpacking into tuples, lists, nested and starred targets.
a, b = 1, 2
a, b = b, a
print(a, b)
[c, d] = 'xy'
print(c, d)
(e, (f, g)), h = (1, (2, 3)), 4
print(e, f, g, h)
first, *rest = range(5)
print(first, rest)
*start, last = 'abc'
print(start, last)
head, *middle, tail = [1, 2]
print(head, middle, tail)
for i, (j, k) in enumerate([(1, 2), (3, 4)]):
    print(i, j, k)
