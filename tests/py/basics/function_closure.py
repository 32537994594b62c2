# oracle: cpython
# Closures share variables with the function around them.
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def peek():
        return n

    return up, peek


up, peek = counter()
up2, peek2 = counter()
print(up(), up(5), peek(), up2(), peek2())
late = [lambda: i for i in range(3)]
print([f() for f in late])
early = [lambda i=i: i for i in range(3)]
print([f() for f in early])


def outer(x):
    def mid(y):
        def inner(z):
            return x, y, z
        return inner
    return mid


print(outer(1)(2)(3))
