# oracle: hand (what pycopy 3.6.1 prints)
# pend_throw takes anything; throw and close replace what is pending; lambdas yield values.
def count():
    i = 0
    while True:
        try:
            yield i
        except ValueError as e:
            print("caught", e)
        i += 1


g = count()
print(next(g), g.pend_throw(ValueError("a")), repr(g.pend_throw(ValueError("b"))))
print(next(g), g.pend_throw(None))
g.pend_throw(1)
print(g.throw(ValueError("thrown")), next(g))
g.pend_throw(2)
g.close()
try:
    g.throw(KeyError("ended"))
except KeyError as e:
    print("KeyError", e)
g = count()
print(g.pend_throw(5), g.pend_throw(6))
try:
    next(g)
except TypeError as e:
    print(e)
gl = lambda: (yield)
g = gl()
print(next(g))
try:
    g.send(42)
except StopIteration as e:
    print(e.value)
