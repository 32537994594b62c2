# oracle: reference
# Too many and too few values.
def attempt(n, source):
    try:
        if n == 2:
            a, b = source
        else:
            a, b, *c = source
        print('fine')
    except ValueError as e:
        print(e)


attempt(2, (1, 2, 3))
attempt(2, [1])
attempt(2, '')
attempt(3, (1,))
attempt(3, (1, 2))
attempt(2, iter([1, 2, 3]))
try:
    a, b = 5
except TypeError as e:
    print(e)
