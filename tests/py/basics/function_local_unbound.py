# oracle: reference
# A local name that has no value yet.
def f():
    print(n)
    n = 1


try:
    f()
except NameError as e:
    print(type(e).__name__, e)


def g(flag):
    if flag:
        v = 1

    def inner():
        return v
    return inner


print(g(True)())
try:
    g(False)()
except NameError as e:
    print(e)
try:
    missing
except NameError as e:
    print(e)
