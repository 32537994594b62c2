# oracle: cpython
# Classes that can be iterated: with their own iterator, with a generator, by index.
class Range:
    def __init__(self, stop):
        self.stop = stop

    def __iter__(self):
        return RangeIterator(self.stop)


class RangeIterator:
    def __init__(self, stop):
        self.i, self.stop = 0, stop

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.stop:
            raise StopIteration
        self.i += 1
        return self.i - 1


class Pairs:
    def __init__(self, **kw):
        self.kw = kw

    def __iter__(self):
        for k in sorted(self.kw):
            yield k, self.kw[k]


r = Range(3)
print(list(r), list(r), [a + b for a in r for b in r], 2 in r, 5 in r, max(r), dict(zip('abc', r)) == {'a': 0, 'b': 1, 'c': 2})
it = iter(r)
print(next(it), list(it), list(it))
print(dict(Pairs(b=2, a=1)) == {'a': 1, 'b': 2}, [k + str(v) for k, v in Pairs(x=1)])
a, *b = Range(4)
print(a, b, *Range(2))


class NotIterator:
    def __iter__(self):
        return 5


for bad in (lambda: iter(NotIterator()), lambda: list(object()), lambda: next(Range(1))):
    try:
        list(bad())
    except TypeError:
        print('TypeError')
