# oracle: cpython
# return in a generator ends it; loops ignore the value.
def g(n):
    if n == 0:
        return 'nothing'
    yield n
    return
    yield 'never'


print(list(g(0)), list(g(1)))
try:
    next(g(0))
except StopIteration as e:
    print(e.value, e.args)


def run(gen):
    value = yield from gen
    print('value', value)


for x in run(g(0)):
    print(x)
for x in run(g(5)):
    print(x)
