# oracle: cpython
# del on names, items, attributes, slices and several at once.
a = 1
b = [0, 1, 2, 3, 4, 5]
c = {'x': 1, 'y': 2}


class Box:
    pass


box = Box()
box.v = 1
del a, b[0], c['x'], box.v
print(b, c, hasattr(box, 'v'))
del b[1:3]
print(b)
try:
    a
except NameError:
    print('a is gone')


def f():
    n = 1
    del n
    try:
        return n
    except NameError:
        return 'n is gone'


print(f())
del (b, c)
print('b' in globals(), 'c' in globals())
