# oracle: cpython
# async def and await are generators underneath.
class Wait:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        got = yield self.what
        return got

    __iter__ = __await__


async def inner(n):
    r = await Wait('inner %d' % n)
    return r * 2


async def outer():
    a = await inner(1)
    b = await inner(2)
    return a + b


c = outer()
print(c.send(None))
print(c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print('result', e.value)
