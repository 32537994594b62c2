print('helper runs once')
value = 10


def double(x):
    return x * 2
