# oracle: cpython
# A comparison or key that fails leaves a usable list and raises its own error.
class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if other.n == 7 or self.n == 7:
            raise ValueError('seven')
        return self.n < other.n

    def __repr__(self):
        return 'Odd(%d)' % self.n


items = [Odd(n) for n in (5, 3, 7, 1)]
try:
    items.sort()
except ValueError as e:
    print(e, sorted(x.n for x in items))
items = [1, 'a', 2]
try:
    items.sort()
except TypeError:
    print('TypeError', len(items))
try:
    items.sort(key=lambda x: 1 // 0)
except ZeroDivisionError:
    print('ZeroDivisionError', items)
for bad in (lambda: sorted(), lambda: sorted(1), lambda: sorted([1], abs), lambda: [].sort(1), lambda: sorted([2, 1], kee=1)):
    try:
        bad()
    except TypeError:
        print('TypeError')
