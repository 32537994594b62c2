# oracle: cpython
# Closures: cells are shared, made anew per call, and can be rebound.
def counter(start):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


up, get = counter(10)
up2, get2 = counter(0)
print(up(), up(5), get(), up2(), get2(), get())


def three():
    x = 'a'

    def middle():
        y = x + 'b'

        def inner():
            nonlocal y
            y += 'c'
            return x + y

        return inner

    return middle()


f = three()
print(f(), f())


def late():
    def use():
        return later

    try:
        use()
    except NameError:
        print('not yet')
    later = 5
    return use()


print(late())
fs = []
for i in range(3):
    def g(k=i):
        return i, k
    fs.append(g)
print([g() for g in fs])
total = 0


def add(n):
    global total
    total += n
    return lambda: total


show = add(3)
add(4)
print(show())
compose = lambda *fs: (lambda x: x if not fs else compose(*fs[1:])(fs[0](x)))
print(compose(lambda x: x + 1, lambda x: x * 10, str)(4))
