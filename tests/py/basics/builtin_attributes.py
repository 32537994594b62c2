# oracle: cpython
# getattr, setattr, hasattr, delattr, callable.
class C:
    x = 1

    def m(self):
        return 'm'


c = C()
print(getattr(c, 'x'), getattr(c, 'y', 'none'), getattr(c, 'm')())
setattr(c, 'y', 5)
print(c.y, hasattr(c, 'y'), hasattr(C, 'y'))
delattr(c, 'y')
print(hasattr(c, 'y'))
print(callable(C), callable(c), callable(c.m), callable(len), callable(5), callable(lambda: 0))
try:
    getattr(c, 'nope')
except AttributeError:
    print('AttributeError')
