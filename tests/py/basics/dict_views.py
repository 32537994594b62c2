# oracle: cpython
# Views follow the dict they belong to.
d = {'a': 1}
keys, values, items = d.keys(), d.values(), d.items()
d['b'] = 2
print(sorted(keys), sorted(values), sorted(items))
print('a' in keys, 2 in list(values), len(list(items)))
for k in d:
    d[k] += 10
print(sorted(d.items()))
print(dict(zip(d.keys(), d.values())) == d)
