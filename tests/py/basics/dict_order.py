# oracle: hand
# A dict keeps the order in which keys came; MicroPython's does not, CPython's does.
d = {}
for k in ('z', 'a', 'm', 1, 'b'):
    d[k] = len(d)
print(d)
d['a'] = 'changed'
del d['z']
d['z'] = 'again'
print(d, list(d), list(d.values()))
print(d.popitem(), d)
