# Closures: counters, functions made by functions, lambdas, map and filter.
bm_params = {'device': ((60,), 9516), 'full': ((15000,), 115107330)}


def counter():
    count = 0

    def step(by):
        nonlocal count
        count += by
        return count

    return step


def compose(f, g):
    return lambda x: g(f(x))


def work(n):
    step = counter()
    total = 0
    for i in range(n):
        step(i & 3)
        add = lambda x: x + i
        twice = compose(add, lambda x: x * 2)
        total += twice(i) & 0xFF
    numbers = range(n)
    total += sum(map(lambda x: x * 3, filter(lambda x: x % 3 == 1, numbers)))
    pipeline = add
    for k in range(20):
        pipeline = compose(pipeline, lambda x, k=k: x + k)
    for i in range(n // 20):
        total += pipeline(i)
    return total + step(0)


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
