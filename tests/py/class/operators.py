# oracle: cpython
# Arithmetic special methods and their reflected forms.
class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return 'V(%s, %s)' % (self.x, self.y)

    def __add__(self, o):
        return V(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return V(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        if isinstance(k, V):
            return self.x * k.x + self.y * k.y
        return V(self.x * k, self.y * k)

    def __rmul__(self, k):
        return self * k

    def __truediv__(self, k):
        return V(self.x / k, self.y / k)

    def __neg__(self):
        return V(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __eq__(self, o):
        return isinstance(o, V) and self.x == o.x and self.y == o.y

    def __bool__(self):
        return bool(self.x or self.y)


a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, -a, abs(a))
print(a == V(3, 4), a == b, a != b, bool(V(0, 0)), not a, a == 5)
a += b
print(a)
