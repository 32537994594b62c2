# oracle: cpython-only
# Indices beyond 32 bits are out of range like any other.
for x in ([1, 2], (1, 2), 'ab', b'ab', bytearray(b'ab'), range(2)):
    for i in (2 ** 40, -2 ** 40, 2 ** 31, 5, -3):
        try:
            x[i]
        except IndexError:
            print('IndexError', end=' ')
    print(x[-2], x[2 ** 40:], x[-2 ** 40:1])
a = [1]
for f in (lambda: a.pop(2 ** 33), lambda: exec('del a[2 ** 33]'), lambda: exec('a[-2 ** 33] = 1')):
    try:
        f()
    except IndexError:
        print('IndexError')
print(a)
