# oracle: cpython
# break, continue and return leave try and with blocks properly.
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print('body', i)
    finally:
        print('finally', i)


def f():
    for i in range(3):
        try:
            return 'returned %d' % i
        finally:
            print('cleanup')


def g():
    while True:
        try:
            try:
                break
            finally:
                print('inner')
        finally:
            print('outer')
    return 'g'


def h():
    try:
        return 'from try'
    finally:
        return 'from finally'


print(f(), g(), h())
