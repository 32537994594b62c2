# oracle: cpython
# Operators bind in the order of the grammar.
print(1 + 2 * 3 ** 2)
print(-3 ** 2, (-3) ** 2)
print(2 ** 3 ** 2)
print(2 ** -1)
print(1 | 6 ^ 3 & 5)
print(1 << 2 + 1)
print(not 1 == 2)
print(not True or True)
print(1 if 0 else 2 if 0 else 3)
print(10 - 4 - 3, 100 // 7 // 2)
print(~2 + 5, -~2)
