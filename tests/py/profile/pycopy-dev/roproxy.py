# oracle: hand (what pycopy-dev 3.6.1 prints)
# sys.roproxy: read but not change; sys.maybe_intern, sys.intern.
import sys

items = [1, 2, 3]
p = sys.roproxy(items)
print(p, repr(p), type(p), len(p), p[1], p[0:2], p == [1, 2, 3], 2 in p, bool(p))
try:
    p[0] = 5
except TypeError as e:
    print("TypeError")
items[0] = 5
print(p[0])


class A:
    x = 1


a = A()
q = sys.roproxy(a)
print(q.x)
try:
    q.x = 2
except AttributeError as e:
    print("AttributeError")
a.x = 3
print(q.x, sys.roproxy(5) + 1)
s = "".join(["x", "yz"])
print(sys.intern(s) is sys.intern("xyz"), sys.maybe_intern("print") == "print")
try:
    sys.maybe_intern(1)
except TypeError:
    print("TypeError")
