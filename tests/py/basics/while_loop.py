# oracle: cpython
# while with break, continue and nesting.
n = 27
steps = 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(steps)
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 8:
        break
    print(i, end=' ')
print()
rows = 3
while rows:
    cols = 0
    while cols < rows:
        print('*', end='')
        cols += 1
    print()
    rows -= 1
