# Argument binding: defaults, keywords, *args and **kwargs.
bm_params = {'device': ((200,), 81000), 'full': ((25000,), 1250125000)}


def positional(a, b, c):
    return a + b + c


def defaults(a, b=2, c=3):
    return a + b - c


def keywords(a, *, scale=1, offset=0):
    return a * scale + offset


def several(*args):
    return len(args)


def named(**kwargs):
    return len(kwargs)


def work(n):
    total = 0
    pair = (1, 2)
    for i in range(n):
        total += positional(i, 1, 2)
        total += defaults(i) + defaults(i, c=1)
        total += keywords(i, scale=2) - keywords(i, offset=3, scale=1)
        total += several(i, total, 3) + several(*pair)
        total += named(a=1, b=i)
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
