# oracle: cpython
# send() gives a value to the waiting yield.
def average():
    total = n = 0
    result = None
    while True:
        x = yield result
        if x is None:
            return 'done after %d' % n
        total += x
        n += 1
        result = total / n


g = average()
next(g)
print(g.send(10), g.send(20), g.send(3))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)


def echo():
    while True:
        got = yield
        print('got', got)


e = echo()
try:
    e.send(1)
except TypeError:
    print('TypeError')
next(e)
e.send('x')
next(e)
