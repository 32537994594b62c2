# oracle: cpython
# Digits of pi and e, bases, big decimal sums.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = ''
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out += str(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1,
                                (q * (7 * k + 2) + r * x) // (t * x), x + 2)
    return out


def to_base(n, base):
    digits = ''
    while n:
        n, d = divmod(n, base)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[d] + digits
    return digits or '0'


print(pi_digits(60))
unit = 10 ** 50
term = total = unit
n = 1
while term:
    term //= n
    total += term
    n += 1
print(total)
print([to_base(2026, b) for b in (2, 3, 8, 16, 36)], int('1ka', 36), int('-7f', 16), int('0b101', 0))
print(sum(int(d) for d in str(2 ** 500)), str(3 ** 100)[-5:], 10 ** 30 // 7)
