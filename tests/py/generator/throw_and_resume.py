# oracle: cpython
# An exception thrown in is handled inside, and the generator goes on.
def worker():
    count = 0
    while True:
        try:
            x = yield count
            count += x
        except ValueError as e:
            print('caught', e)
            count = 0
        except KeyError:
            return 'stopped'


g = worker()
print(next(g), g.send(5), g.send(6), g.throw(ValueError('reset')), g.send(1))
try:
    g.throw(KeyError)
except StopIteration as e:
    print('returned', e.value)
g = worker()
try:
    g.throw(ZeroDivisionError('not started'))
except ZeroDivisionError as e:
    print(e)
print(list(g))
g = worker()
try:
    g.send(1)
except TypeError:
    print('TypeError')
