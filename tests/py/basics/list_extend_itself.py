# oracle: cpython
# A list may be the argument of its own methods.
a = [1, 2]
a.extend(a)
a += a
print(a)
a[2:4] = a
print(a)
a[:0] = a[-1:]
print(a)
a.extend(x for x in (7, 8))
a += 'xy'
a += (9,)
print(a, a == a, a < a, a <= a)
b = a
b *= 1
print(b == a, 2 * [0, 1], [1] * 0, [1] * -3, True * [2])
try:
    a += 5
except TypeError:
    print('TypeError')
