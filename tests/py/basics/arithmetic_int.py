# oracle: cpython
# Integer operators, with the signs of // and % as Python wants them.
for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3)):
    print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b))
print(2 ** 10, (-2) ** 3, -(2 ** 2), 0 ** 0)
print(+5, -5, ~5, ~-1)
print(2 + 3 * 4 - 1, (2 + 3) * (4 - 1))
