# Arithmetic with small ints: divisions, remainders, shifts and a multiplication table.
bm_params = {'device': ((100,), 1104), 'full': ((12000,), 10459856)}


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def bits(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def collatz(n):
    steps = 0
    while n != 1:
        if n & 1:
            n = 3 * n + 1
        else:
            n >>= 1
        steps += 1
    return steps


def work(n):
    total = 0
    for i in range(1, n):
        total += gcd(i * 12, 1 + (i << 3)) + bits(i ^ i >> 1)
        total += i // 7 - i % 5
        if i % 8 == 0:
            total += collatz(i)
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
