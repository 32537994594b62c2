# oracle: cpython
# array: numbers of one kind in little room.
from array import array
a = array('h', [1, -2, 300])
a.append(4)
a.extend(array('h', [5, 6]))
print(a, len(a), a[2], a[-1], list(a[1:3]))
a[0] = -32768
print(a[0], sum(a), 300 in list(a), bytes(array('B', [65, 66])))
f = array('d', (1.5, 2.5))
f[0] *= 2
print(f, list(f), array('i'), array('b', [1]) == array('b', [1]))
print(array('I', [1]) + array('I', [2]))
for code in 'bBhHiIlLqQfd':
    x = array(code, [1, 2])
    x[1] += 1
    print(code, list(x), end=' ')
print()
