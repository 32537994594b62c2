# Ints of hundreds of digits: products, powers, division, text.
bm_params = {'device': ((40,), (374967978, 333849, 619418, 9)), 'full': ((2500,), (263677912, 989288, 265218, 523))}


def work(n):
    product = 1
    for i in range(2, n):
        product *= i
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    power = pow(7, n, 10 ** 60 + 7)
    root = 1 << (product.bit_length() if hasattr(product, 'bit_length') else n * 9) // 2 + 1
    steps = 0
    while True:
        better = (root + product // root) >> 1
        steps += 1
        if better >= root or steps > 12:
            break
        root = better
    checksum = 0
    while product:
        product, rest = divmod(product, 1000000007)
        checksum ^= rest
    return checksum, a % 1000003, power % 999983, len(str(b))


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
