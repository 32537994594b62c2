# oracle: reference
# dir() names what all objects have, and the names of a namedtuple's items.
import sys
from collections import namedtuple
print('__class__' in dir(sys), '__class__' in dir(1), '__class__' in dir(dir))
Point = namedtuple('Point', ('x', 'y'))
print([name for name in dir(Point(1, 2)) if name in ('x', 'y', 'z')])
