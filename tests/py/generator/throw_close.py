# oracle: cpython
# throw() raises at the yield; close() ends the generator.
def g():
    try:
        while True:
            try:
                yield 'waiting'
            except ValueError as e:
                print('caught', e)
                yield 'after'
    finally:
        print('cleanup')


a = g()
print(next(a))
print(a.throw(ValueError('boo')))
print(next(a))
a.close()
a.close()
print(list(a))
b = g()
next(b)
try:
    b.throw(KeyError('k'))
except KeyError as e:
    print('KeyError', e.args)
c = g()
c.close()
print('never started')


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError:
    print('RuntimeError')
