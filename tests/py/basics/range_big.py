# oracle: cpython-only
# Ranges reach beyond 32 bits.
n = 2 ** 40
r = range(n - 2, n + 2)
print(list(r), len(r), r[-1], n in r, n + 2 in r)
print(list(range(2 ** 31 - 2, 2 ** 31 + 2)), list(range(-2 ** 31 + 1, -2 ** 31 - 3, -2)))
print(len(range(10 ** 12)), range(10 ** 12)[10 ** 11], range(10 ** 12)[-1], bool(range(10 ** 12)))
it = iter(range(0, 10 ** 15, 10 ** 14))
print(next(it), next(it), sum(it))
for i in range(2 ** 62, 0, -2 ** 60):
    print(i // 2 ** 60, end=' ')
print()
print(10 ** 11 in range(0, 10 ** 12, 7), 7 * 10 ** 9 in range(0, 10 ** 12, 7))
