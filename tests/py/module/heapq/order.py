# oracle: cpython
# A heap sorts; equal items, tuples and errors.
import heapq

numbers = [(i * 7919) % 1009 for i in range(500)]
heap = []
for n in numbers:
    heapq.heappush(heap, n)
print([heapq.heappop(heap) for _ in range(500)] == sorted(numbers), heap)
heap = list(numbers)
heapq.heapify(heap)
print(heap[0], all(heap[(i - 1) // 2] <= heap[i] for i in range(1, 500)))
pairs = []
for item in ((2, "b"), (1, "z"), (2, "a"), (1, "y")):
    heapq.heappush(pairs, item)
print([heapq.heappop(pairs) for _ in range(4)])
for action in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heappush([1], "a")):
    try:
        action()
    except (IndexError, TypeError) as e:
        print(type(e))
