# oracle: cpython
# Built-in functions take from a generator only what they need.
def numbers():
    for n in (1, 2, 0, 3):
        print('<%d>' % n, end='')
        yield n


for use in (
    lambda g: any(n == 2 for n in g),
    lambda g: all(g),
    lambda g: 2 in g,
    lambda g: next(g),
    lambda g: list(zip(g, 'ab')),
    sum,
    max,
    sorted,
    tuple,
    lambda g: sorted(set(g)),
    list,
    lambda g: dict(zip('abcd', g)) == {'a': 1, 'b': 2, 'c': 0, 'd': 3},
    lambda g: ','.join(map(str, g)),
    lambda g: list(g) + [9],
    lambda g: bytes(g),
    lambda g: max(g, key=lambda n: -n),
):
    print(use(numbers()))
a, b, c, d = numbers()
print(a + b + c + d)
first, *rest = numbers()
print(first, rest)
print(*numbers(), sep='-')
