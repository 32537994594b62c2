# oracle: cpython-only
# pow with three arguments, and powers of small bases to huge exponents.
print(pow(3, 100, 7), pow(2, 1000, 10**9 + 7), pow(-3, 5, 7), pow(3, 5, -7), pow(5, 0, 1))
print(pow(3, -1, 7), pow(3, -2, 11), pow(10**20, 10**20, 10**9 + 9))
print((-1) ** 10**30, 1 ** 10**30, 0 ** 10**30, (-1) ** (10**30 + 1))
print(2**-1, (-2) ** -3, 10**-2, 2**0.5, (-8) ** 2)
for a, b, c in ((2, 3, 0), (2, -1, 4)):
    try:
        print(pow(a, b, c))
    except ValueError:
        print('ValueError')
try:
    pow(2.0, 3, 5)
except TypeError:
    print('TypeError')
try:
    0**-1
except ZeroDivisionError:
    print('ZeroDivisionError')
