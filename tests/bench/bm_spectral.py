# The spectral norm of a matrix that is computed, not stored.
bm_params = {'device': ((8,), 12700), 'full': ((90,), 12742)}


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    return [sum([element(i, j) * x for j, x in enumerate(v)]) for i in range(len(v))]


def times_transposed(v):
    return [sum([element(j, i) * x for j, x in enumerate(v)]) for i in range(len(v))]


def work(n):
    u = [1.0] * n
    for _ in range(3):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    product = norm = 0.0
    for x, y in zip(u, v):
        product += x * y
        norm += y * y
    return int((product / norm) ** 0.5 * 10000)


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
