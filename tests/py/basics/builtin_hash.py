# oracle: cpython
# Equal things have equal hashes; changing things have none.
print(hash(1) == hash(1.0) == hash(True), hash('a') == hash('a'), hash((1, 'a')) == hash((1, 'a')))
print(hash(10 ** 30) == hash(10 ** 30), hash(None) == hash(None))
for x in ([], {}, set(), bytearray(1), [1, 2]):
    try:
        hash(x)
        print('hashable')
    except TypeError:
        print('unhashable')


class Eq:
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 42


print(hash(Eq()), len({Eq(), Eq(), Eq()}))
