# oracle: cpython
# Floats and big ints compare by value.
big = 2 ** 53
print(float(big) == big, float(big) < big + 2, 1e300 > 10 ** 100, -1e300 < -10 ** 100)
print(0.5 < 1, 1 <= 1.0, 2 > 1.5, 3 != 3.5, True == 1.0, hash(2.0) == hash(2))
print({1: 'int'}[1.0], {2.0: 'float'}[2], 1.0 in [1], 3 in (3.0,))
