# oracle: reference
# Named tuples: making, keywords, sub-classes, wrong use.
from collections import namedtuple


def attempt(action):
    try:
        return action()
    except (TypeError, AttributeError, IndexError) as e:
        return repr(e)


P = namedtuple("P", "x y")
p = P(1, y=2)
print(P, p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), p + (3,), p[0:1], isinstance(p, tuple))
print(attempt(lambda: P(1)), attempt(lambda: P(1, 2, 3)), attempt(lambda: P(1, z=2)), attempt(lambda: P(1, x=2)))
print(attempt(lambda: p.z))


def assign():
    p.x = 5


print(attempt(assign))
print(namedtuple("L", ["a", "b"])(1, 2), namedtuple("T", ("a",))(1), namedtuple("E", "")())
print(attempt(lambda: namedtuple("X", 5)), attempt(lambda: namedtuple(5, "a")), attempt(lambda: namedtuple("X", [5])))


class Sum(P):
    def sum(self):
        return self.x + self.y


s = Sum(3, 4)
print(s, s.sum(), s == (3, 4), isinstance(s, P))
x, y = s
print(x, y, sorted([P(2, 1), P(1, 2)]), {p: 1}[(1, 2)], max(s))
