# oracle: cpython-only
# Ranges whose ends or steps need all 64 bits.
big = 2 ** 63 - 1
for r in (range(-big, big, big), range(big, -big, -big), range(-big - 1, big, big), range(0, big, big - 1), range(-5, big, big)):
    print(len(r), list(r), [i for i in r], r[0], r[-1], r[-len(r)])
r = range(-big, big)
print(r[5], r[-1], r[-3], bool(r), 0 in r, big in r, big - 1 in r, -big in r)
r = range(-big, big, 3)
print(big - 1 in r, big - 2 in r, big - 3 in r, -big in r, -big + 1 in r)
r = range(big, -big - 1, -3)
print(big - 3 in r, -big in r, -big + 1 in r, -big + 2 in r)
print(range(-big, big, big) == range(-big, 1, big), hash(range(-big, big, big)) == hash(range(-big, 1, big)))
