# Recursive calls with one positional argument.
bm_params = {'device': ((18,), 2584), 'full': ((27,), 196418)}


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bm_setup(arguments):
    out = []

    def run():
        out.append(fib(*arguments))

    return run, lambda: out[-1]
