# oracle: hand
# How values change between objects and machine words in viper functions.


@micropython.viper
def truth(x: bool) -> bool:
    return x


@micropython.viper
def nothing() -> int:
    pass


@micropython.viper
def no_object():
    x = None
    print(x, None)


@micropython.viper
def casts(x):
    print(int(x), uint(x), bool(x))
    y = uint(int(x))
    print(y, int(y))
    return [int(x), True]


@micropython.viper
def objects(a, b):
    a.append(b)
    a[0] = 7
    c, d = a
    return a + [c, d, not b]


@micropython.viper
def blocks(name) -> int:
    try:
        print(name.upper())
        return 1
    except AttributeError:
        return 2
    finally:
        print("done")


print(truth([]), truth("a"), nothing())
no_object()
print(casts(-3))
print(objects([1], 0))
print(blocks("a"), blocks(1))
print(truth)
for call in (lambda: truth(), lambda: truth(1, 2), lambda: truth(x=1), lambda: casts("a")):
    try:
        call()
    except TypeError as e:
        print(e)
try:
    truth.__name__
except AttributeError as e:
    print(e)
