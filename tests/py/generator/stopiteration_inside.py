# oracle: cpython
# StopIteration raised inside a generator does not look like its end.
def g():
    yield 1
    raise StopIteration('odd')


it = g()
print(next(it))
try:
    print(next(it))
except RuntimeError:
    print('RuntimeError')
