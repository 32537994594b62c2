"""Two classics: the sieve of Eratosthenes, and eight
queens on a chess board.
"""


def primes(limit):
    """All primes up to the limit.

    Crosses out the multiples of each.
    """
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    for n in range(2, int(limit ** 0.5) + 1):
        if is_prime[n]:
            for multiple in range(n * n, limit + 1, n):
                is_prime[multiple] = False
    return [n for n in range(limit + 1) if is_prime[n]]


def queens(n, columns=()):
    """Every way to place n queens, one in each row.

    None may attack another.
    """
    row = len(columns)
    if row == n:
        yield columns
        return
    for column in range(n):
        if all(column != c and abs(column - c) != row - r
               for r, c in enumerate(columns)):
            yield from queens(n, columns + (column,))


found = primes(10000)
print(len(found), 'primes up to 10000, the last is', found[-1])
pairs = zip(found, found[1:])
twins = [(a, b) for a, b in pairs if b - a == 2]
print('The last twins:', twins[-3:])

for n in range(1, 7):
    ways = sum(1 for _ in queens(n))
    print('{} queens: {} ways'.format(n, ways))
print('Eight queens, the first way:')
for column in next(queens(8)):
    print(' .' * column + ' Q' + ' .' * (7 - column))
