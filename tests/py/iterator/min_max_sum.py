# oracle: cpython
# min, max, sum, any, all over all kinds of iterables.
print(min(3, 1, 2), max(3, 1, 2), min([5]), max('hello'), min({4: 1, 2: 9}))
words = ['pear', 'fig', 'plum', 'kiwi']
print(min(words, key=len), max(words, key=len), max('a', 'bbb', 'cc', key=len))
print(min([], default='none'), max((), default=None, key=len), max([1], default=2))
print(sum([]), sum([1, 2.5]), sum(range(5), 100), sum([[1], [2]], []), sum((True, True)))
print(sum(2 ** i for i in range(70)))
print(any([]), all([]), any([0, '', 3]), all([1, 'x', 0]), any(x > 2 for x in range(9)))
print(max((1, 2), (1, 3)), max([(0, 'b'), (0, 'a')]), max([(0, 'b'), (0, 'a')], key=lambda p: p[0]))
for bad in (lambda: max([]), lambda: min(iter(()))):
    try:
        bad()
    except ValueError:
        print('ValueError')
for bad in (lambda: max(1), lambda: min(), lambda: max(1, 'a'), lambda: sum(['a']), lambda: any(1)):
    try:
        bad()
    except TypeError:
        print('TypeError')
