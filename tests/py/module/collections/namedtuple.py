# oracle: cpython
# namedtuple: fields by name and by index.
from collections import namedtuple
P = namedtuple('P', ('x', 'y'))
p = P(1, y=2)
print(p, p.x, p[1], len(p), p == (1, 2), list(p), isinstance(p, tuple))
x, y = p
print(x, y, P(*[3, 4]), P.__name__ if 0 else '', p + (3,))
Q = namedtuple('Q', 'name age')
q = Q('Al', 5)
print(q.name, '%s is %d' % q)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: setattr(p, 'x', 5)):
    try:
        f()
        print('worked')
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
