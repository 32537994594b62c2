# oracle: cpython
# Generator expressions are lazy; the first iterable is not.
def show(x):
    print('show', x)
    return x


g = (show(x) * 2 for x in range(3) if x != 1)
print('nothing yet')
print(next(g))
print(list(g))
print(sum(i * i for i in range(4)), max((len(w) for w in ['a', 'bcd']), default=0))
print(list((a, b) for a in 'xy' for b in range(a == 'y' and 2 or 1)))
try:
    (x for x in 5)
except TypeError:
    print('TypeError at once')
n = 1
h = (n for _ in range(2))
n = 7
print(list(h))
