# oracle: cpython
# Slices as targets grow and shrink the list.
a = [0, 1, 2, 3, 4]
a[1:3] = ['a', 'b', 'c']
print(a)
a[:2] = []
print(a)
a[len(a):] = [8, 9]
print(a)
a[1:1] = [7]
print(a)
del a[2:4]
print(a)
a[:] = (1, 2)
print(a)
del a[:]
print(a)
