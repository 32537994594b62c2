# oracle: cpython-only
# MicroPython has this module in few builds.
import marshal

function = type(lambda: 0)


def again(f, globals={}):
    return function(marshal.loads(marshal.dumps(f.__code__)), globals)


print(again(lambda: word, {"word": "ok"})())
print(again(lambda a, b, *c, d=1, **e: (a, b, c, e))(1, 2, 3, d=0, f=4))


def outer(n):
    numbers = (1.5, -(10**30), 2j, b"\0bytes", "text", None, ..., True, 1 << 40)

    def inner(i):
        return numbers[i] if i < len(numbers) else n

    return [inner(i) for i in range(10)]


print(again(outer, {"len": len, "range": range})("last"))


def counter(stop):
    i = 0
    while i < stop:
        try:
            yield i
        finally:
            i += 1


print(list(again(counter)(4)))
code = compile("x = [y * y for y in range(5)]\ndef f(): return x\n", "name", "exec")
names = {}
exec(marshal.loads(marshal.dumps(code)), names)
print(names["f"]())
print(eval(marshal.loads(marshal.dumps(compile("6 * 7", "name", "eval")))))

shared = (lambda: value).__code__
print(function(shared, {"value": 1})(), function(shared, {"value": 2})())
for bad in (function, print):
    try:
        marshal.dumps(bad)
    except ValueError as e:
        print("ValueError", e)
for args in ((None, {}), (shared, None), (shared,)):
    try:
        function(*args)
    except TypeError:
        print("TypeError")
