# oracle: cpython
# What a function gives back.
def nothing():
    pass


def bare():
    return


def several():
    return 1, 'two', [3]


def early(n):
    for i in range(10):
        if i == n:
            return 'at %d' % i
    return 'end'


print(nothing(), bare(), several(), early(3), early(20))
