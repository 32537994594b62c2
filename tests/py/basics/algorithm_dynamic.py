# oracle: cpython
# Dynamic programming with lists of lists, dicts and memo decorators.
def memo(f):
    known = {}

    def g(*args):
        if args not in known:
            known[args] = f(*args)
        return known[args]

    return g


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def knapsack(items, limit):
    best = [0] * (limit + 1)
    for weight, value in items:
        for w in range(limit, weight - 1, -1):
            best[w] = max(best[w], best[w - weight] + value)
    return best[limit]


def lcs(a, b):
    table = [[''] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


@memo
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


print(distance('kitten', 'sitting'), distance('', 'abc'), distance('same', 'same'))
print(knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15), lcs('AGGTAB', 'GXTXAYB'))
print(ways(200, (100, 50, 20, 10, 5, 2, 1)))
