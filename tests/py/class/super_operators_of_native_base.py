# oracle: cpython-only
# super() reaches the operators of a built-in base.
class OneBased(list):
    def __getitem__(self, i):
        return super().__getitem__(i - 1)

    def __setitem__(self, i, value):
        super().__setitem__(i - 1, value)

    def __delitem__(self, i):
        super().__delitem__(i - 1)

    def __len__(self):
        return super().__len__() * 100

    def __contains__(self, x):
        return super().__contains__(x) or x == 'always'

    def __iter__(self):
        for x in super().__iter__():
            yield x * 2

    def __repr__(self):
        return 'OneBased' + super().__repr__()

    def __add__(self, other):
        return OneBased(super().__add__(other))

    def __eq__(self, other):
        print('eq', end=' ')
        return super().__eq__(other)


a = OneBased([10, 20, 30])
a[1] = 11
del a[3]
print(a[1], a[2], a, str(a), len(a), 20 in a, 'always' in a, 30 in a, list(iter(a)))
print(a + [5], type(a + []) is OneBased, a == [11, 20], a == [1])


class Counter(dict):
    def __getitem__(self, key):
        return super().__getitem__(key) if key in self else 0

    def __repr__(self):
        return '<%s>' % super().__repr__()


c = Counter()
for letter in 'banana':
    c[letter] += 1
print(c, c['z'], len(c))


class Money(int):
    def __add__(self, other):
        return Money(super().__add__(other))

    def __str__(self):
        return '$' + super().__str__()

    def __lt__(self, other):
        return super().__lt__(other)


print(Money(3) + 4, Money(1) < 2, Money(5) + Money(6), type(Money(1) + 1) is Money, hash(Money(7)) == 7)
try:
    class Bad(list):
        def f(self):
            return super().nothing
    Bad().f()
except AttributeError:
    print('AttributeError')
