# oracle: cpython
# Endless generators, taken from piece by piece.
def count(n=0, step=1):
    while True:
        yield n
        n += step


def take(n, it):
    for i, x in enumerate(it):
        if i == n:
            return
        yield x


def primes():
    known = []
    for n in count(2):
        if all(n % p for p in known):
            known.append(n)
            yield n


def cycle(items):
    while True:
        yield from items


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(take(5, count(10, -3))), list(take(10, primes())), list(take(7, cycle('abc'))))
print([x for x in take(100, fib()) if x > 10 ** 19])
for a, b in zip(count(), 'xyz'):
    print(a, b, end=' ')
print()
