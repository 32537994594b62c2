# oracle: hand (what pycopy 3.6.1 prints)
# Native functions: values, names, calls.
import micropython

total = 0


@micropython.native
def values(a, b=3, *rest, key="k", **more):
    x = [a, b, rest, key, None, True, ..., 1.5, "a text of its own", b"bytes", 1 << 70]
    print(x[:4], x[-1] == 2**70, {"two": b}, {a, a}, (a,), a if b else key, sorted(more.items()))
    first, *middle, last = x
    del x[0], more
    return first, len(middle), last is not None, not a, -b, ~b, a < b <= 3, a in x, a is not b


print(values(1))
print(values(7, 0, 8, 9, key=[], z=1))


@micropython.native
def attributes(o, *args, **kw):
    global total
    o.x = o.y = total
    o.x += 2
    del o.y
    total = o.x
    print(hasattr(o, "y"), o.x, "{} {}".format(*args, **kw), max(1, 2, key=lambda v: -v))
    return [i * k for i in args if i for k in (1, 2)], {i: o.x for i in args[:1]}


class O:
    @micropython.native
    def method(self, y):
        return super().__init__() or self.x + y

    __secret = 5

    @micropython.native
    def secret(self):
        return self.__secret


o = O()
print(attributes(o, 1, 0), attributes(o, 4, 5), total, o.method(1), o.secret())


@micropython.native
def imports():
    import sys as s, uio
    from uio import StringIO, BytesIO as B

    a, b, c, d = s.maxsize > 1, uio.StringIO is StringIO, B(b"12").read(), range(5)[1:4:2]
    return a, b, c, list(d)


print(imports())
