# oracle: reference
# Which missing argument the message names when others are given by name: the last one.


def f(a, b, c, d=4):
    return a, b, c, d


def outer():
    x = 1

    def inner(a, b):
        return x, a, b

    return inner


for call in ("f(b=1)", "f(c=1)", "f(1, c=2)", "f(d=5)", "f(1, 2, d=5)", "outer()(b=1)", "f(c=1, b=2, a=3)"):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, e)
