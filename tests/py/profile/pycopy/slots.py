# oracle: hand (what pycopy 3.6.1 prints)
# __slots__ of a class without bases is enforced.
class A:
    __slots__ = ["x", "y"]
    z = 5
    def __init__(self):
        self.x = 1
a = A()
print(a.x, a.z)
try:
    print(a.y)
except AttributeError as e:
    print(e)
for n in ("z", "w", "__dict__"):
    try:
        setattr(a, n, 3)
        print("set")
    except AttributeError as e:
        print(e)
a.y = 4
print(a.y, dir(a)[:0], a.__class__, A.__slots__)
try:
    del a.y
    print("deleted")
except AttributeError as e:
    print(e)
try:
    print(a.__dict__)
except AttributeError as e:
    print(e)
class B(A):
    pass
b = B()
b.q = 1
print(b.q, b.x)
class C(A):
    __slots__ = ("only",)
c = C()
c.q = 2
print(c.q, c.x)
class D(object):
    __slots__ = ()
    def __repr__(self):
        return "D!"
print(D())
class E2:
    __slots__ = ("a",)
    @property
    def p(self):
        return 7
    def m(self):
        return self.a
e = E2()
e.a = 3
print(e.p, e.m(), isinstance(e, E2), e == e, len([e]))
for names in ("abc", 3):
    try:
        type("F", (), {"__slots__": names})
        print("accepted")
    except TypeError as error:
        print(error)
