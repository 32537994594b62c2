# Generators: a pipeline, send(), generator expressions.
bm_params = {'device': ((100,), 53719), 'full': ((50000,), 31544416)}


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(numbers):
    for x in numbers:
        yield x * x % 1009


def even(numbers):
    for x in numbers:
        if x % 2 == 0:
            yield x


def average():
    total = 0
    number = 0
    mean = 0
    while True:
        x = yield mean
        total += x
        number += 1
        mean = total // number


def work(n):
    total = sum(even(squares(count(n))))
    total += sum(x for x in squares(range(n)) if x > 500)
    mean = average()
    next(mean)
    last = 0
    for i in range(n):
        last = mean.send(i)
    return total + last


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
