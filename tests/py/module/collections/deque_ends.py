# oracle: reference
# Both ends, overflow, indexing, iteration and errors of a deque.
from collections import deque


def attempt(action):
    try:
        return action()
    except (IndexError, TypeError, ValueError) as e:
        return repr(e)


d = deque((1, 2, 3, 4), 3)
print(list(d), len(d), d[0], d[-1], bool(d), bool(deque((), 2)))
d.appendleft(9)
print(list(d), d.pop(), d.popleft(), list(d))
d.extend([5, 6, 7])
print(list(d), 6 in d, 9 in d)
d[1] = "x"
print(list(d), attempt(lambda: d[3]), attempt(lambda: d["a"]))
print(attempt(lambda: deque(())), attempt(lambda: deque((), -1)), attempt(lambda: deque(5, 2)), attempt(lambda: hash(d)))
full = deque((), 1, 1)
full.append(1)
print(attempt(lambda: full.append(2)), attempt(lambda: full.appendleft(2)), list(full))
empty = deque((), 0)
empty.append(1)
print(len(empty), attempt(empty.pop), attempt(empty.popleft))
ring = deque((), 5)
for i in range(100):
    ring.append(i)
    if i % 3 == 0:
        ring.popleft()
print(list(ring))
