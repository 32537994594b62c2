"""As many digits of pi as you like, one by one.

The spigot of Jeremy Gibbons: a tap that drips digits.
It works because Python's whole numbers can be as long
as they need to be. At the end the numbers have
hundreds of digits!
"""


def pi_digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            next_n = 10 * (3 * q + r) // t - 10 * n
            q, r, n = 10 * q, 10 * (r - n * t), next_n
        else:
            n = (q * (7 * k + 2) + r * l) // (t * l)
            q, r, t = q * k, (2 * q + r) * l, t * l
            k, l = k + 1, l + 2


WANTED = 300
count = {}
digits = pi_digits()
print('pi =', next(digits), end='.\n')
for i in range(1, WANTED + 1):
    d = next(digits)
    count[d] = count.get(d, 0) + 1
    print(d, end='')
    if i % 50 == 0:
        print(' :', i)
    elif i % 10 == 0:
        print(end=' ')

print('How often each digit came:')
for d in range(10):
    print(d, '#' * count.get(d, 0), count.get(d, 0))
