# oracle: cpython
# is, and which objects are single.
a = []
b = a
print(a is b, a is [], None is None, True is True, tuple() is tuple([]))
x = y = 1000
print(x is y, x is not y, a is not b)
print(... is Ellipsis, NotImplemented is NotImplemented)
print(id(a) == id(b), type(1) is int, type(None) is type(None))
