# oracle: hand
# Endless recursion is a RuntimeError, and the program goes on.
def f(n):
    return f(n + 1) + 1


for _ in range(3):
    try:
        f(0)
    except RuntimeError as e:
        print('RuntimeError', e)


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __repr__(self):
        return repr(self)


for g in (lambda: Loop().a, lambda: repr(Loop())):
    try:
        g()
    except RuntimeError as e:
        print('RuntimeError', e)
