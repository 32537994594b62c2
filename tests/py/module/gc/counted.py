# oracle: hand
# What large objects ask for is counted until the next collection; the figures always add up.
import gc


def figures():
    return gc.mem_alloc(), gc.mem_free()


gc.collect()
alloc, free = figures()
total = alloc + free
data = bytearray(100000)
after, rest = figures()
print(99000 < after - alloc < 120000, after + rest == total)
text = "x" * 50000
items = list(range(5000))
last, rest = figures()
print(last - after > 80000, last + rest == total)
gc.collect()
now, rest = figures()
print(now <= last, now + rest == total)
for i in range(300):
    data = bytearray(100000)
    assert sum(figures()) == total and gc.mem_free() >= 0
print(len(data))
