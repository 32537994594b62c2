# oracle: cpython
# Names in a class body: own, global, and not seen by methods.
x = 'global'


class C:
    x = 'class'
    seen = x
    items = [i for i in range(3)]

    def method(self):
        return x


print(C.seen, C().method(), C.items)


def f():
    x = 'function'

    class D:
        y = x

        def m(self):
            return x
    return D.y, D().m()


print(f())
