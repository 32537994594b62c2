# oracle: cpython
# Indexing, slicing, concatenation, repetition, membership.
a = [10, 20, 30, 40, 50]
print(a[0], a[-1], a[1:3], a[:2], a[3:], a[:], a[-2:], a[::2], a[::-1], a[4:0:-2])
print(a + [60], [0] * 3, 2 * [1, 2], [] * 5, [1] * -1)
print(20 in a, 25 in a, 25 not in a, len(a))
print(a[10:], a[-100:2], a[3:1])
a[1] = 'x'
print(a, a == [10, 'x', 30, 40, 50])
