# Index, store, append and sort of lists.
bm_params = {'device': ((500,), 95031), 'full': ((200000,), 17984001)}


def sieve(n):
    prime = [True] * (n + 1)
    prime[0] = prime[1] = False
    i = 2
    while i * i <= n:
        if prime[i]:
            for k in range(i * i, n + 1, i):
                prime[k] = False
        i += 1
    found = [i for i in range(n + 1) if prime[i]]
    found.sort(key=lambda p: p % 1000)
    return len(found) * 1000 + found[10] % 1000


def bm_setup(arguments):
    out = []

    def run():
        out.append(sieve(*arguments))

    return run, lambda: out[-1]
