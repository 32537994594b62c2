# oracle: cpython
# Look-up, change, membership, equality.
d = {'one': 1}
d['two'] = 2
d['one'] = 11
print(d['one'], d.get('two'), d.get('three'), d.get('three', 3))
print('one' in d, 1 in d, 'x' not in d, len(d))
print(d == {'two': 2, 'one': 11}, d != {})
del d['one']
print(d)
print({1: 'a', 1.0: 'b', True: 'c'}[1])
k = {(1, 2): 'tuple', None: 'none', 'a': 'str', 2.5: 'float', b'a': 'bytes'}
print(k[1, 2], k[None], k['a'], k[2.5], k[b'a'])
