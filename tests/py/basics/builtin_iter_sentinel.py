# oracle: cpython
# Iterators by hand and over old style sequences.
class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Old()), 20 in Old(), [x for x in Old()])
a, b, c = Old()
print(a, b, c)


class New:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(New(3)), sum(New(5)), tuple(New(2)), max(New(4)), ','.join(map(str, New(3))))
