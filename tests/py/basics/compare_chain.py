# oracle: cpython
# a < b < c evaluates b once.
def middle():
    print('once')
    return 5


print(1 < middle() < 10)
print(1 < middle() < 3)
print(10 < middle() < 3)
print(1 < 2 < 3 < 4, 1 < 2 > 1, 3 == 3 != 4)
print(1 in [1] in [[1]])
