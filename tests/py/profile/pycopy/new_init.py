# oracle: hand (what pycopy 3.6.1 prints)
# Built-in types make objects in two phases.
class L(list):
    def __new__(cls, *args):
        o = list.__new__(cls)
        o.append("new")
        return o


class M(list):
    def __init__(self, items):
        print("before", self)
        super().__init__(items + ["end"])


class T(tuple):
    def __new__(cls, items, extra):
        o = super().__new__(cls, items)
        o.extra = extra
        return o


class D(dict):
    def __init__(self, **kw):
        print(self)
        dict.__init__(self, **kw)


class E(Exception):
    def __init__(self, a, b=0):
        self.a = a


class F(Exception):
    def __init__(self, a):
        super().__init__("message", a)


print(L([1, 2]), M([1, 2]), T((1, 2), 3), T((1, 2), 3).extra, D(a=1))
print(E(1, 2).args, E(1, b=2).args, repr(E(3)), F(4).args, F(5))
items = [1]
items.__init__((2, 3))
t = (1,)
t.__init__("anything", 5)
d = {1: 2}
d.__init__({3: 4})
print(items, t, len(d), d[3])
l = L([1])
l.__init__([7])
print(l)
list.__init__(l, (8, 9))
print(l)
o = object.__new__(E, 1, 2, 3)
print(type(o), o.args)
for wrong in (lambda: object(1), lambda: object.__new__(int, 1), lambda: object.__new__(3)):
    try:
        print(wrong())
    except TypeError as e:
        print("TypeError")
