# oracle: cpython
# property as decorator, as a call, inherited, and what happens without setter or deleter.
class A:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        self._x = value * 2

    @x.deleter
    def x(self):
        print('deleted')
        self._x = None

    def get_y(self):
        return 'y of ' + type(self).__name__

    y = property(get_y)
    w = property(None, lambda self, v: print('w', v))


class B(A):
    pass


b = B()
b.x = 5
print(b.x, b.y)
b.x += 1
print(b.x, b._x)
del b.x
print(b.x)
b.w = 3
for bad in (lambda: setattr(b, 'y', 1), lambda: delattr(b, 'y'), lambda: b.w):
    try:
        bad()
    except AttributeError:
        print('AttributeError')
print(isinstance(A.x, property), isinstance(A.__dict__['y'], property))
