# oracle: cpython
# A vector type with all its operators.
class V:
    def __init__(self, *xs):
        self.xs = xs

    def __repr__(self):
        return 'V' + repr(self.xs)

    def __add__(self, other):
        return V(*[a + b for a, b in zip(self.xs, other.xs)])

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        return V(*[-a for a in self.xs])

    def __mul__(self, k):
        if isinstance(k, V):
            return sum(a * b for a, b in zip(self.xs, k.xs))
        return V(*[a * k for a in self.xs])

    __rmul__ = __mul__

    def __truediv__(self, k):
        return self * (1 / k)

    def __eq__(self, other):
        return isinstance(other, V) and self.xs == other.xs

    def __abs__(self):
        return (self * self) ** 0.5

    def __getitem__(self, i):
        return self.xs[i]

    def __len__(self):
        return len(self.xs)

    def __bool__(self):
        return any(self.xs)

    def __iadd__(self, other):
        self.xs = (self + other).xs
        return self


a, b = V(1, 2, 3), V(4, 5, 6)
print(a + b, a - b, a * b, a * 2, 3 * a, -a, b / 2, abs(V(3, 4)))
print(a == V(1, 2, 3), a != b, a == 5, bool(V(0, 0)), bool(a), len(a), list(a), a[1:])
c = a
c += b
print(a, c is a, sum([V(1, 1), V(2, 2)], V(0, 0)))
