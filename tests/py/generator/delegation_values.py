# oracle: cpython
# yield from passes values, sends, exceptions and the result through several levels.
def level3():
    try:
        a = yield 'a?'
        b = yield 'b?'
    except ValueError as e:
        print('level3 got', e)
        return 'failed'
    return a + b


def level2():
    result = yield from level3()
    print('level2:', result)
    more = yield from [10, 20]
    print('list gives', more)
    return result


def level1():
    return (yield from level2())


def drive(values):
    g = level1()
    try:
        print(next(g))
        for v in values:
            print(g.throw(v) if isinstance(v, Exception) else g.send(v))
    except StopIteration as e:
        print('done', e.value)


drive([1, 2, None, None])
drive([ValueError('no'), None, None])
drive([1])
