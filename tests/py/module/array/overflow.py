# oracle: cpython
# Unknown type codes and text where numbers belong.
from array import array
for f in (lambda: array('!', []), lambda: array('i', ['x']), lambda: array('i')[0], lambda: array('i', [1]).append('x')):
    try:
        f()
        print('worked')
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__)
