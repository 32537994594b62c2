# oracle: cpython-only
# Slices with a step read, assign and delete every n-th item.
a = list(range(10))
print(a[::2], a[1::3], a[::-1], a[8:2:-2], a[-1:-20:-4], a[5:5:-1])
a[::3] = 'wxyz'
print(a)
a[::-5] = [0, 1]
print(a)
del a[1::2]
print(a)
del a[::-2]
print(a)
a[:] = range(6)
del a[4:0:-3]
print(a, [1, 2, 3][2 ** 70:], [1, 2, 3][-2 ** 70 : 2 ** 70 : 2])
a[10:20:2] = ()
print(a)
for bad in ('a[::2] = [1]', 'a[::0]', 'a[::2] = [1, 2, 3]', 'del a[::0]'):
    try:
        exec(bad)
    except ValueError:
        print('ValueError')
try:
    a[::2] = 5
except TypeError:
    print('TypeError')
print(a, 'abcdef'[::-2], (1, 2, 3, 4)[::2], b'abcd'[3::-1], range(20)[4::5])
