# oracle: cpython
# yield from passes values, results and exceptions through.
def inner():
    got = yield 1
    print('inner got', got)
    try:
        yield 2
    except ValueError:
        print('inner caught')
    return 'result'


def outer():
    r = yield from inner()
    print('outer has', r)
    yield from [3, 4]
    yield from range(5, 7)
    yield from 'ab'
    return 'end'


g = outer()
print(next(g), g.send('hello'), g.throw(ValueError))
print(list(g))


def tree(t):
    if isinstance(t, list):
        for x in t:
            yield from tree(x)
    else:
        yield t


print(list(tree([1, [2, [3, [4], 5]], 6])))
