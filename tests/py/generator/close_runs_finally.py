# oracle: cpython
# close() runs the finally blocks from the inside out, once.
def inner():
    try:
        yield 1
        yield 2
    finally:
        print('inner finally')


def outer():
    try:
        yield from inner()
    except GeneratorExit:
        print('outer sees exit')
        raise
    finally:
        print('outer finally')


g = outer()
print(next(g))
g.close()
g.close()
print(next(g, 'finished'))
g = outer()
g.close()
print('never started')


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError:
    print('RuntimeError')


def swallows():
    try:
        yield 1
    except GeneratorExit:
        print('swallowed')


g = swallows()
next(g)
print(g.close())
