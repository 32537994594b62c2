# Generators, tuples and comprehensions.
bm_params = {'device': ((5,), 10), 'full': ((7,), 40)}


def queens(n, columns=()):
    row = len(columns)
    if row == n:
        yield columns
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r for r, c in enumerate(columns)):
            yield from queens(n, columns + (column,))


def bm_setup(arguments):
    out = []

    def run():
        out.append(sum(1 for _ in queens(*arguments)))

    return run, lambda: out[-1]
