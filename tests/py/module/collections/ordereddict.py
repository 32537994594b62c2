# oracle: cpython
# OrderedDict keeps the order of keys.
from collections import OrderedDict
d = OrderedDict()
for k in 'zebra':
    d[k] = len(d)
print(list(d), list(d.items()), 'z' in d, len(d))
d['z'] = 99
del d['e']
d['e'] = 1
print(list(d.keys()), list(d.values()))
print(OrderedDict([('b', 1), ('a', 2)])['a'], d.popitem(), list(OrderedDict({'q': 1})))
