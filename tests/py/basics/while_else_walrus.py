# oracle: cpython
# Loops with else, and assignment expressions in conditions.
n = 20
while (n := n // 2) > 1:
    if n == 3:
        break
    print(n, end=' ')
else:
    print('else')
print('end', n)
data = [5, 3, 0, 7]
it = iter(data)
while x := next(it):
    print(x, end=' ')
print('stopped at', x)
print([y for v in data if (y := v * 2) > 5], y)
if (m := max(data)) > 6 and (k := data.index(m)) == 3:
    print(m, k)
for i in range(2, 30):
    for p in range(2, i):
        if i % p == 0:
            break
    else:
        print(i, end=' ')
print()
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 8:
        break
    for j in range(i):
        if j == 3:
            break
        if j == 1:
            continue
        print((i, j), end='')
    else:
        print('-', end='')
print()
