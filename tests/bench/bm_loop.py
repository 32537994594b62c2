# A plain while loop over small integers.
bm_params = {'device': ((10000,), 33340000), 'full': ((3000000,), 3000001000000)}


def loop(n):
    i = total = 0
    while i < n:
        i += 1
        if i % 3:
            total += i
        else:
            total += 1
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(loop(*arguments))

    return run, lambda: out[-1]
