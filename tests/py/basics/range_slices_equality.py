# oracle: cpython-only
# Slices of ranges are ranges; ranges with the same items are equal.
r = range(10, 40, 3)
print(r[2:5], r[::2], r[::-1], r[20:], r[-3:], list(r[7:2:-2]))
print(r == range(10, 39, 3), r == range(10, 40, 4), range(0) == range(5, 2), range(1, 2) == range(1, 9, 20))
print(hash(range(3)) == hash(range(0, 3)), range(3) == [0, 1, 2], range(3) != range(4))
print(5 in r, 13 in r, 13.0 in r, '13' in r, True in range(2))
for bad in ('r[10]', 'r[-11]'):
    try:
        eval(bad)
    except IndexError:
        print('IndexError')
for bad in ('r["a"]', 'range("a")', 'range(1.0)', 'range()', 'range(1, 2, 3, 4)', 'range(a=1)'):
    try:
        eval(bad)
    except TypeError:
        print('TypeError')
try:
    range(1, 5, 0)
except ValueError:
    print('ValueError')
