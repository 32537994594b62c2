# oracle: cpython
# *args and **kwargs, in definitions and in calls.
def f(a, *args, k=1, **kw):
    print(a, args, k, sorted(kw.items()))


f(1)
f(1, 2, 3)
f(1, k=2, z=3, y=4)
f(*[1, 2], **{'k': 5, 'w': 6})
f(*'ab', *(1, 2), x=1, **{'y': 2}, **{'z': 3})
f(0, *range(3), 9)


def only_kw(*, a, b=2):
    return a, b


print(only_kw(a=1), only_kw(b=3, a=4))


def passes(*args, **kw):
    return f(*args, **kw)


passes(1, 2, k=3, q=4)
