# oracle: cpython
# range in loops: steps, directions, changes of the loop variable.
for i in range(3):
    print(i, end=' ')
    i = 10
print(i)
for i in range(5, 0, -2):
    print(i, end=' ')
print()
for i in range(0):
    print('never')
for i in range(2, 2):
    print('never')
step = -3
for i in range(10, -1, step):
    print(i, end=' ')
print()
