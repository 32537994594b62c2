# oracle: cpython
# reversed works with __reversed__, else with length and index.
print(list(reversed([1, 2, 3])), list(reversed((4, 5))), list(reversed('abc')))
print(list(reversed(range(0, 10, 3))), list(reversed([])))


class Squares:
    def __len__(self):
        return 4

    def __getitem__(self, i):
        return i * i


class Own:
    def __reversed__(self):
        return iter(['own'])


print(list(reversed(Squares())), list(reversed(Own())))
r = reversed([1, 2])
print(iter(r) is r, next(r), next(r), next(r, None))
for bad in (5, iter([1])):
    try:
        reversed(bad)
    except TypeError:
        print('TypeError')
