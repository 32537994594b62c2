# oracle: cpython
# Where an assignment goes: local, global or the function around.
x = 'global'


def read():
    return x


def local():
    x = 'local'
    return x


def change():
    global x, fresh
    x = 'changed'
    fresh = 'made inside'


def outer():
    x = 'outer'

    def inner():
        nonlocal x
        x = 'inner'
    inner()
    return x


print(read(), local(), x)
change()
print(x, fresh, outer(), x)
