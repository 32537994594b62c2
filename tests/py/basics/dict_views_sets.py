# oracle: cpython-only
# Views of keys and items work like sets.
a = {'x': 1, 'y': 2}
b = {'y': 2, 'z': 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b), sorted(a.keys() - b.keys()))
print(sorted(a.items() ^ b.items()), a.keys() == {'x', 'y'}, a.keys() <= {'x', 'y', 'z'})
print(('x', 1) in a.items(), ('x', 2) in a.items(), 2 in a.values(), 'x' in a.keys())
print(a.keys(), a.values(), a.items(), len(a.items()))
for view in (a.keys(), a.items()):
    try:
        hash(view)
    except TypeError:
        print('TypeError')
