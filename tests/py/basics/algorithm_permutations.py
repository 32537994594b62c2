# oracle: cpython
# Permutations, combinations, subsets, products by recursion and by bits.
def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


def combinations(items, n):
    if n == 0:
        return [[]]
    return [[items[i]] + c for i in range(len(items)) for c in combinations(items[i + 1:], n - 1)]


def subsets(items):
    return [[x for i, x in enumerate(items) if bits >> i & 1] for bits in range(1 << len(items))]


def product(*pools):
    result = [()]
    for pool in pools:
        result = [r + (x,) for r in result for x in pool]
    return result


def next_permutation(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = list(reversed(a[i + 1:]))
    return True


print([''.join(p) for p in permutations(list("abc"))], len(list(permutations(list(range(6))))))
print(combinations([1, 2, 3, 4], 2), subsets('xyz')[3:], product('ab', [1, 2]))
a, count = [1, 2, 3, 4], 1
while next_permutation(a):
    count += 1
print(a, count)
