# oracle: cpython
# Which of __str__ and __repr__ is used where.
class Both:
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'


class OnlyRepr:
    def __repr__(self):
        return 'only'


class Sub(Both):
    def __repr__(self):
        return 'sub ' + super().__repr__()


for x in (Both(), OnlyRepr(), Sub()):
    print(x, repr(x), [x], (x,), {1: x}, '%s %r' % (x, x), '{} {!r} {!s}'.format(x, x, x))
print(str(Both()) + repr(OnlyRepr()), f'{Both()} {Both()!r}')

