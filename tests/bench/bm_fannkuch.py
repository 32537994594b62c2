# Flips of the first numbers of all permutations: small lists, slices.
bm_params = {'device': ((5,), 1107), 'full': ((7,), 22816)}


def work(n):
    numbers = list(range(n))
    count = [0] * n
    best = checksum = 0
    sign = 1
    while True:
        first = numbers[0]
        if first:
            order = numbers[:]
            flips = 0
            while first:
                order[: first + 1] = order[first::-1]
                first = order[0]
                flips += 1
            best = max(best, flips)
            checksum += sign * flips
        if sign == 1:
            numbers[0], numbers[1] = numbers[1], numbers[0]
        else:
            numbers[1], numbers[2] = numbers[2], numbers[1]
            for i in range(2, n):
                if count[i] < i:
                    count[i] += 1
                    break
                count[i] = 0
                if i == n - 1:
                    return checksum * 100 + best
                numbers.insert(i + 1, numbers.pop(0))
        sign = -sign


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
