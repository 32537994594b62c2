# Exceptions: raised near and far, finally, with, classes of our own, nested handlers.
bm_params = {'device': ((60,), 1205), 'full': ((5000,), 100289)}


class Refused(Exception):
    pass


class Late(Refused):
    def __init__(self, minutes):
        super().__init__('late')
        self.minutes = minutes


class Guard:
    def __init__(self):
        self.left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.left += 1
        return kind is KeyError


def deep(level, i):
    if level == 0:
        if i % 3 == 0:
            raise Late(i % 60)
        raise Refused(i)
    deep(level - 1, i)


def number(text):
    try:
        return int(text)
    except ValueError:
        return -1
    finally:
        CALLS[0] += 1


CALLS = [0]


def work(n):
    total = 0
    guard = Guard()
    table = {'a': 1}
    CALLS[0] = 0
    for i in range(n):
        try:
            deep(5, i)
        except Late as e:
            total += e.minutes
        except Refused as e:
            total += e.args[0] % 2
        total += number('x' if i % 2 else '12')
        with guard:
            total += table['a' if i % 4 else 'b']
        try:
            total += [1, 2][i % 3]
        except IndexError:
            total += 3
    return total + guard.left + CALLS[0]


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
