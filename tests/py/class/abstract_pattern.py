# oracle: cpython
# A base class that leaves work to its children.
class Shape:
    def area(self):
        raise NotImplementedError

    def describe(self):
        return '%s of area %.1f' % (type(self).__name__.lower(), self.area())


class Square(Shape):
    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


for s in (Square(2), Circle(1), Shape()):
    try:
        print(s.describe())
    except NotImplementedError:
        print('not implemented')
