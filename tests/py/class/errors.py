# oracle: reference
# What goes wrong with classes and instances.
class C:
    def __init__(self, a):
        pass

    def m(self):
        pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


c = C(1)
attempt(lambda: C())
attempt(lambda: C(1, 2))
attempt(lambda: c.m(1))
attempt(lambda: c.x)
attempt(lambda: C.x)
attempt(lambda: c())
attempt(lambda: c[0])
attempt(lambda: len(c))
attempt(lambda: iter(c))
attempt(lambda: c + 1)
attempt(lambda: -c)
attempt(lambda: c < c)
attempt(lambda: 1 in c)
attempt(lambda: int(c))


class Bad:
    def __init__(self):
        return 5

    def __len__(self):
        return -1


attempt(lambda: Bad())
attempt(lambda: delattr(c, 'zz'))
