# oracle: cpython
# A heap gives the smallest first.
import heapq
h = []
for x in (5, 3, 8, 1, 9, 2):
    heapq.heappush(h, x)
print(h[0], [heapq.heappop(h) for _ in range(len(h))])
h = [9, 7, 5, 3, 1]
heapq.heapify(h)
print(h[0], heapq.heappop(h), heapq.heappop(h), len(h))
tasks = []
for item in ((2, 'write'), (1, 'plan'), (3, 'test')):
    heapq.heappush(tasks, item)
print([heapq.heappop(tasks)[1] for _ in range(3)])
try:
    heapq.heappop([])
except IndexError:
    print('IndexError')
