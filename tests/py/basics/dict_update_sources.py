# oracle: cpython
# update and dict() take dicts, mappings and iterables of pairs.
class Mapping:
    def __init__(self, d):
        self.d = d

    def __iter__(self):
        return iter(self.d.items())


print(dict([(1, 2), [3, 4], 'ab']) == {1: 2, 3: 4, 'a': 'b'}, dict(Mapping({'k': 'v'})), dict(), dict(a=1, b=2) == {'a': 1, 'b': 2})
d = {}
d.update([('a', 1)], b=2)
d.update()
d.update(((k, k * 2) for k in 'cd'))
print(sorted(d.items()))
print(dict.fromkeys('ab') == {'a': None, 'b': None}, dict.fromkeys(range(2), []) == {0: [], 1: []})
d = {1: 2}
d.update(d)
print(d, d.copy() is d, d.copy() == d)
for bad in ([1], 5, None):
    try:
        dict(bad)
    except TypeError:
        print('TypeError')
for bad in ([(1, 2, 3)], [()], ['a']):
    try:
        dict(bad)
    except ValueError:
        print('ValueError')
