# oracle: cpython-only
# MicroPython's npm build has no threads.
import _thread
import time

results = []
lock = _thread.allocate_lock()


def count(name, n, step=1):
    total = 0
    for i in range(0, n, step):
        total += i
    with lock:
        results.append((name, total))


def naps(name, n):
    for i in range(n):
        time.sleep(0.01)
    with lock:
        results.append((name, n))


class Worker:
    def __init__(self, n):
        self.n = n

    def run(self, *args, **kwargs):
        squares = [i * i for i in range(self.n)]
        squares.sort(key=lambda x: -x % 7)
        results.append(("worker", len(squares), args, kwargs))


def generate(n):
    for i in range(n):
        yield i


def consume(source):
    results.append(("sum", sum(x for x in source)))


_thread.start_new_thread(count, ("a", 30000))
_thread.start_new_thread(count, ("b", 30000), {"step": 3})
_thread.start_new_thread(naps, ("c", 3))
_thread.start_new_thread(Worker(500).run, (1,), {"two": 2})
source = generate(50000)
print(next(source))
_thread.start_new_thread(consume, (source,))
while len(results) < 5:
    time.sleep(0.001)
for result in sorted(results, key=str):
    print(result)
