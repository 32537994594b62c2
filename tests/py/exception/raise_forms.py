# oracle: cpython
# A class is raised as an instance of it; anything else is refused.
for what in (ValueError, ValueError(), ValueError('a'), KeyError(1, 2)):
    try:
        raise what
    except Exception as e:
        print(type(e).__name__, e.args, e is what)


class NeedsArgument(Exception):
    def __init__(self, x):
        super().__init__(x)


for bad in (5, 'text', None, int, object(), NeedsArgument):
    try:
        raise bad
    except TypeError:
        print('TypeError')
try:
    raise
except RuntimeError as e:
    print('RuntimeError')
try:
    try:
        raise ValueError('first')
    finally:
        print('finally')
except ValueError as e:
    print(e)
