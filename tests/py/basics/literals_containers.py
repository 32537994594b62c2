# oracle: cpython
# Displays of every container, nested and with trailing commas.
print([], [1], [1, ], [[1], [2, [3]]])
print((), (1,), (1, 2), ((1,), 2))
print({}, {'a': 1}, {'k': {'n': [1]}})
print({1}, sorted({3, 1, 2, 1}))
t = 1,
u = 1, 2
print(t, u)
d = {i: j for i, j in [(1, 'x')]}
print(d)
