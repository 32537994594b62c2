# oracle: cpython
# Unpacking in assignments, loops, arguments and nested patterns.
a, (b, [c, *d]), e = 1, (2, [3, 4, 5]), 'e'
print(a, b, c, d, e)
*head, tail = range(4)
first, *middle, last = 'abcd'
print(head, tail, first, middle, last)
for i, (x, *y) in enumerate([(1, 2, 3), 'ab', [9]]):
    print(i, x, y)
[p, q], r = {1: 'x'}.popitem(), 3
print(p, q, r)
x = y = z = []
x.append(1)
print(z, x is y)
x, y = y, [2]
(x), [y] = 5, [6]
print(x, y)
i = 0
values = [10, 20, 30]
i, values[i] = 2, 99
print(i, values)
d = {}
d['k'], d['l'] = d.get('k', 0), len(d)
print(sorted(d.items()))


class Box:
    pass


o = Box()
o.a, o.b, *o.c = 1, 2, 3, 4
print(o.a, o.b, o.c)
for bad in ('a, b = 1', 'a, b = 1, 2, 3', '[a] = []', 'a, *b, c = [1]', 'a, b = {1}'):
    try:
        exec(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
