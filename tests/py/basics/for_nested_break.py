# oracle: cpython
# break and continue belong to the innermost loop.
for i in range(4):
    if i == 1:
        continue
    for j in range(5):
        if j == i:
            continue
        if j > 3:
            break
        print(i, j, end='; ')
    print()
