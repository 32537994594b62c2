# oracle: cpython
# Branches, conditional expressions and truth of objects.
def kind(n):
    if n < 0:
        return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10:
        return 'small'
    else:
        return 'big'


print([kind(n) for n in (-1, 0, 5, 50)])
for x in (0, 1, '', 'a', [], [0], None, 0.0, {}, {1: 1}, (), b'', range(0)):
    print('T' if x else 'F', end='')
print()
