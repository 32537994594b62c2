# oracle: hand (what pycopy 3.6.1 prints)
# Native functions: generators and coroutines.
import micropython


@micropython.native
def counter(n):
    try:
        while n:
            sent = yield n
            n = sent if sent is not None else n - 1
    except ValueError as e:
        yield repr(e)
    finally:
        print("done")


@micropython.native
def outer(g):
    r = yield from g
    print(r, [x for x in (y + 1 for y in range(2))])
    with_cell = lambda: g is not None
    yield with_cell()


print(list(counter(3)), list(outer(counter(2))))
g = counter(9)
print(next(g), g.send(5), next(g), g.throw(ValueError("v")))
g.close()
g = outer(counter(1))
print(next(g))
try:
    g.throw(KeyError)
except KeyError as e:
    print(repr(e))


@micropython.native
async def coroutine():
    return 4


try:
    coroutine().send(None)
except StopIteration as e:
    print(e.value)
