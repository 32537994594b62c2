# oracle: cpython-only
# A dict keeps the order of insertion through many changes.
d = {}
for i in range(50):
    d[i * 37 % 50] = i
for i in range(0, 50, 3):
    del d[i]
for i in range(0, 50, 6):
    d[i] = 'again'
print(list(d) == [i * 37 % 50 for i in range(50) if i * 37 % 50 % 3] + list(range(0, 50, 6)))
print(d.popitem(), d.popitem(), list(d)[:3])
d[d.popitem()[0]] = 'back'
print(list(d)[-2:])
queue = {}
for i in range(200):
    queue[i] = i
    if i >= 3:
        del queue[next(iter(queue))]
print(queue)
d = {'x': 1, 'y': 2}
d.update({'x': 3}, z=4)
print(d, dict(d, y=5), d | {'a': 1, 'z': 0})
