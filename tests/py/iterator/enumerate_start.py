# oracle: cpython-only
# enumerate counts from any int.
print(list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate(iterable='c', start=-1)))
print(list(enumerate(range(3), 2 ** 31 - 2)))
print(list(enumerate('xy', 10 ** 20)))
e = enumerate(['a', 'b'])
print(next(e), list(e), list(e), iter(e) is e)
for i, (a, b) in enumerate([(1, 2), (3, 4)], 1):
    print(i, a, b)
try:
    enumerate(5)
except TypeError:
    print('TypeError')
