# oracle: cpython
# deque: both ends, a fixed length.
from collections import deque
d = deque((), 4)
for i in range(6):
    d.append(i)
print(list(d), len(d), d[0], d[-1])
print(d.popleft(), d.pop(), list(d))
d.appendleft('left')
d.extend([7, 8])
print(list(d), bool(d), 7 in list(d))
d[0] = 'changed'
print(list(d))
e = deque([1, 2, 3], 10)
while e:
    print(e.popleft(), end=' ')
print()
try:
    e.popleft()
except IndexError:
    print('IndexError')
