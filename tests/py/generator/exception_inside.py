# oracle: cpython
# An exception ends the generator for good.
def g():
    yield 1
    raise ValueError('inside')
    yield 2


a = g()
print(next(a))
try:
    next(a)
except ValueError as e:
    print('out came', e)
try:
    next(a)
except StopIteration:
    print('finished')


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print('finally ran')


for x in cleanup():
    print(x)
print('after')
