# oracle: cpython
# Small classes combined by inheritance.
class ReprMixin:
    def __repr__(self):
        return '%s(%s)' % (type(self).__name__, ', '.join('%s=%r' % (k, getattr(self, k)) for k in self.fields))


class EqMixin:
    def __eq__(self, other):
        return type(self) is type(other) and all(getattr(self, k) == getattr(other, k) for k in self.fields)


class Point(ReprMixin, EqMixin):
    fields = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Named(Point):
    fields = Point.fields + ('name',)

    def __init__(self, x, y, name):
        Point.__init__(self, x, y)
        self.name = name


p, q, n = Point(1, 2), Point(1, 2), Named(1, 2, 'n')
print(p, n, p == q, p == n, p != Point(2, 1), p is q)
print(isinstance(n, ReprMixin), issubclass(Named, EqMixin), Named.fields)
print([cls.__name__ for cls in (Point, Named)], Named.__bases__ == (Point,), type(n) is Named)
