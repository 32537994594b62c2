# oracle: cpython
# Algebra of sets below, at and beyond the size from which they have an index.
for n in (0, 1, 3, 4, 5, 8, 9, 16, 17, 40):
    low = set(range(n))
    odd = {i for i in range(n + 3) if i & 1}
    text = {str(i) for i in range(n)} | {1.5, None, (1, 2)}
    print(n, sorted(low & odd), sorted(low | odd), sorted(low ^ odd), sorted(low - odd), len(text & {'1', None}))
    print(low <= low | odd, low < low, odd >= low & odd, low.isdisjoint(odd), low == set(list(low)))
    copy = low.copy()
    for i in range(n):
        copy.discard(i)
        copy.add(-i)
    print(sorted(copy), len(low), n in low, n - 1 in low)
    low ^= low
    odd |= odd
    odd &= odd
    print(low, sorted(odd))
    odd -= odd
    odd |= {7, 8}
    print(sorted(odd))
names = {}
for n in range(40):
    names[n] = names['k%d' % n] = n
    del names[n // 2 if n % 2 else 'k%d' % (n // 2)]
    if n in (2, 3, 8, 30):
        print(names, dict(names) == names)
