# oracle: cpython
# Generators in a row handle endless streams.
def numbers():
    n = 0
    while True:
        yield n
        n += 1


def only(f, source):
    for x in source:
        if f(x):
            yield x


def take(n, source):
    for x in source:
        if n == 0:
            return
        n -= 1
        yield x


print(list(take(5, only(lambda x: x % 7 == 3, (x * x for x in numbers())))) if 0 else
      list(take(5, only(lambda x: x % 7 == 2, (x * x for x in numbers())))))


def primes():
    found = []
    for n in numbers():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(12, primes())))
