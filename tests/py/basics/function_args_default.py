# oracle: cpython
# Default values are made once, when def runs.
def add(item, to=[]):
    to.append(item)
    return to


print(add(1), add(2), add(3, []))
n = 5


def f(a, b=n, c=n * 2):
    return a, b, c


n = 100
print(f(1), f(1, 2), f(1, 2, 3), f(1, c=9), f(c=1, a=2))
