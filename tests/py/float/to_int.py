# oracle: cpython
# int(), round() and floor division of floats.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e10, -7.9, 123456789.5):
    print(x, int(x), round(x), x // 1)
print(int(1e20), int(-1e20), int(2.0 ** 70), round(1e20))
print(round(3.14159, 2), round(3.14159, 0), round(-1.005, 1), round(1234.5, -2))
