# Digits of pi by a spigot of growing ints.
bm_params = {'device': ((20,), 54999), 'full': ((650,), 979135)}


def work(n):
    digits = []
    k = 1
    numerator, accumulator, denominator = 1, 0, 1
    while len(digits) < n:
        odd = 2 * k + 1
        accumulator = (accumulator + 2 * numerator) * odd
        numerator *= k
        denominator *= odd
        k += 1
        if numerator > accumulator:
            continue
        digit = (3 * numerator + accumulator) // denominator
        rest = (3 * numerator + accumulator) % denominator
        if rest + numerator < denominator:
            digits.append(digit)
            accumulator = 10 * (accumulator - denominator * digit)
            numerator *= 10
    total = 0
    for d in digits:
        total = (total * 31 + d) % 1000003
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
