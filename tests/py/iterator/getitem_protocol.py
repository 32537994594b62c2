# oracle: cpython
# An object with __getitem__ alone is iterated by index until IndexError.
class Letters:
    def __getitem__(self, i):
        print('item', i)
        if i == 3:
            raise IndexError('enough')
        return 'abc'[i]


print(list(Letters()))
print('b' in Letters(), 'z' in Letters())
a, b, c = Letters()
print(a, b, c)


class Broken:
    def __getitem__(self, i):
        raise KeyError(i)


try:
    list(Broken())
except KeyError as e:
    print('KeyError', e.args)
