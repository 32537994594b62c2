# oracle: hand (documentation of pycopy-coverage 3.6.1: heap_locked counts what heap_lock did)
# The functions about memory, by the names that Pycopy has for them.
import micropython

print(micropython.heap_locked())
micropython.heap_lock()
micropython.heap_lock()
depth = micropython.heap_locked()
try:
    [depth]
except MemoryError:
    depth += 10
micropython.heap_unlock()
micropython.heap_unlock()
print(depth, micropython.heap_locked())
for f in (micropython.mem_total, micropython.mem_current, micropython.mem_peak):
    print(f() >= 0)
print(micropython.mem_reset())
print(micropython.mem_peak() >= micropython.mem_current())
