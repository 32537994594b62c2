# oracle: cpython
# Euclid, factors, binary powers.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def factors(n):
    out, p = [], 2
    while p * p <= n:
        while n % p == 0:
            out.append(p)
            n //= p
        p += 1
    return out + [n] if n > 1 else out


print(gcd(1071, 462), factors(360), factors(9973), factors(2 ** 31 - 1) if 0 else factors(1001))
print(pow(3, 200, 13), 3 ** 200 % 13, gcd(2 ** 80, 6 ** 20))
