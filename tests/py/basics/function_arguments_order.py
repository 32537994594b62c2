# oracle: cpython
# In which order arguments are evaluated and where they arrive.
def show(*args, **kw):
    return args, sorted(kw.items())


def v(x):
    print(x, end=' ')
    return x


print(show(v(1), v(2), a=v(3), b=v(4)))
print(show(*[v(1)], v(2), **{'k': v(3)}))
print(show(*'ab', *range(2), x=1, **{'y': 2}, **{'z': 3}))


def f(a, b=2, *rest, c, d=4, **more):
    return a, b, rest, c, d, sorted(more)


print(f(1, c=3), f(1, 5, 6, 7, c=0, d=8, e=9), f(*(1, 2), **{'c': 3}), f(c=1, a=2))
for bad in (lambda: f(1), lambda: f(c=3), lambda: f(1, c=2, a=3), lambda: show(**{1: 2}), lambda: show(*5), lambda: f(1, 2, c=1, **{'c': 2})):
    try:
        bad()
    except TypeError:
        print('TypeError', end=' ')
print()


def defaults(x, seen=[]):
    seen.append(x)
    return seen


print(defaults(1), defaults(2), defaults(3, []))
