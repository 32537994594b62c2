# oracle: cpython
# range is a sequence that computes its items.
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[2:4], list(r[::-1]))
print(8 in r, 9 in r, list(r), r.start, r.stop, r.step)
print(range(5), range(1, 5), list(range(5, 0, -1)), bool(range(0)), len(range(0, 10, 3)))
print(list(range(-3, 3)), list(range(3, -3)), sum(range(101)))
print(list(reversed(range(4))))
