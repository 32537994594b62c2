# oracle: cpython
# Exceptions that come out of callbacks go through the builtin.
def bad(x):
    if x == 2:
        raise ValueError('bad %d' % x)
    return x


class Bad:
    def __len__(self):
        raise KeyError('len')

    def __iter__(self):
        raise IndexError('iter')

    def __eq__(self, other):
        raise TypeError('eq')


for f in (lambda: list(map(bad, [1, 2, 3])), lambda: sorted([1, 2], key=bad), lambda: len(Bad()), lambda: list(Bad()),
          lambda: Bad() == 1, lambda: 1 in [Bad()], lambda: max([1, 2], key=bad), lambda: [bad(i) for i in range(5)]):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e.args)
