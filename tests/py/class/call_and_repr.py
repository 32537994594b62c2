# oracle: cpython
# __call__, __repr__, __str__, __len__, __hash__.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, scale=1):
        return (x + self.n + sum(more)) * scale

    def __repr__(self):
        return 'Adder(%d)' % self.n


class Both:
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'

    def __hash__(self):
        return 7

    def __eq__(self, o):
        return isinstance(o, Both)


a = Adder(10)
print(a(1), a(1, 2, 3), a(1, scale=2), list(map(a, [1, 2])), a, [a], str(a))
b = Both()
print(b, [b], '%s %r' % (b, b), '{} {!r}'.format(b, b), f'{b} {b!r}')
print({b: 1}[Both()], hash(b))
