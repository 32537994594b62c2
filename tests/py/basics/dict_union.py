# oracle: cpython
# | makes a new dict, |= changes the left one.
a = {'x': 1, 'y': 2}
b = {'y': 20, 'z': 30}
c = a | b
print(sorted(c.items()), sorted(a.items()))
a |= b
print(sorted(a.items()))
print({} | {}, {1: 1} | {})
