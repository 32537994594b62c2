# oracle: cpython
# Attributes, methods, self.
class Point:
    """A point in the plane."""
    dimensions = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def text(self):
        return '(%d, %d)' % (self.x, self.y)


p = Point(1)
q = p.moved(2, 3)
print(p.text(), q.text(), Point.text(q), p.dimensions, Point.dimensions)
Point.dimensions = 3
q.dimensions = 9
print(p.dimensions, q.dimensions)
q.extra = 'new'
print(q.extra, hasattr(p, 'extra'), q.__class__.__name__, type(p) is Point)
f = p.text
p.x = 100
print(f())
