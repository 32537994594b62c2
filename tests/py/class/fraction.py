# oracle: cpython-only
# Rational numbers: a class with __new__-free construction, comparison and reflected operators.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Q:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError('zero denominator')
        g = gcd(n, d)
        if d < 0:
            g = -g
        self.n, self.d = n // g, d // g

    def __repr__(self):
        return str(self.n) if self.d == 1 else '%d/%d' % (self.n, self.d)

    def __add__(self, o):
        o = lift(o)
        return Q(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __mul__(self, o):
        o = lift(o)
        return Q(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__

    def __neg__(self):
        return Q(-self.n, self.d)

    def __sub__(self, o):
        return self + -lift(o)

    def __rsub__(self, o):
        return lift(o) - self

    def __truediv__(self, o):
        o = lift(o)
        return Q(self.n * o.d, self.d * o.n)

    def __eq__(self, o):
        o = lift(o)
        return self.n == o.n and self.d == o.d

    def __lt__(self, o):
        return self.n * lift(o).d < lift(o).n * self.d


def lift(x):
    return x if isinstance(x, Q) else Q(x)


h = sum(Q(1, k) for k in range(1, 11))
print(h, Q(6, -4), 1 - Q(1, 3), Q(1, 2) / Q(3, 4), 2 * Q(1, 4) == Q(1, 2), Q(3) == 3)
print(sorted([Q(1, 2), Q(1, 3), Q(5, 7), Q(0)]), max(Q(1, 2), Q(2, 3)), Q(1, 2) > Q(1, 3))
try:
    Q(1) / 0
except ZeroDivisionError as e:
    print(e)
