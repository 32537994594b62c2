# oracle: cpython
# Number theory on small and big ints.
def factors(n):
    result, p = [], 2
    while p * p <= n:
        while n % p == 0:
            result.append(p)
            n //= p
        p += 1
    return result + [n] * (n > 1)


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def isqrt(n):
    x = n
    while x * x > n:
        x = (x + n // x) // 2
    return x


def egcd(a, b):
    return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))


print(factors(360), factors(97), factors(2 ** 31 - 1), factors(600851475143))
print([n for n in range(100) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 67 - 1))
print(isqrt(10 ** 40), isqrt(2 * 10 ** 30), egcd(240, 46), sum(d for d in range(1, 8128) if 8128 % d == 0))
f = 1
for i in range(1, 51):
    f *= i
print(f, len(str(f)), sum(map(int, str(f))), 2 ** 200 % 10 ** 9, -7 // 2, -7 % 3, hex(f >> 150))
