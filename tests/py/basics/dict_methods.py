# oracle: cpython
# Every method of dict.
d = {'a': 1}
d.update({'b': 2}, c=3)
d.update([('d', 4)])
print(sorted(d.items()), sorted(d.keys()), sorted(d.values()))
print(d.pop('a'), d.pop('zz', None), d.setdefault('b', 9), d.setdefault('e', 5))
e = d.copy()
d.clear()
print(d, sorted(e))
print(sorted(dict.fromkeys('ab', 0).items()), dict.fromkeys([1]))
print({'only': 1}.popitem())
print(sorted(dict(x=1, y=2).items()), dict([('k', 'v')]), dict({'q': 1}))
print(sorted((k, v) for k, v in e.items() if v > 2))
