# oracle: hand
# While the heap is locked no container can be made or grown.
import micropython

numbers = [1, 2, 3]
more = list(range(50))
data = bytearray(b"abc")
table = {1: 2}
group = {1, 2}
one = 1


def locked(label, action):
    micropython.heap_lock()
    try:
        action()
        failed = False
    except MemoryError:
        failed = True
    micropython.heap_unlock()
    print(label, failed)


locked("list", lambda: [one])
locked("tuple", lambda: (one, one))
locked("dict", lambda: {one: one})
locked("set", lambda: {one})
locked("extend", lambda: numbers.extend(more))
locked("slice", lambda: numbers[1:])
locked("bytearray", lambda: bytearray(4))
locked("bytes slice", lambda: data[1:])
locked("grow", lambda: data.extend(b"0123456789abcdef"))
locked("view", lambda: memoryview(data))
locked("items", lambda: table.items())
locked("copy", lambda: group.copy())
locked("arithmetic", lambda: one + one)
locked("empty tuple", lambda: ())
print(numbers, data)

micropython.heap_lock()
micropython.heap_lock()
print(micropython.heap_unlock(), micropython.heap_unlock())


def raised():
    micropython.heap_lock()
    try:
        raise ValueError("text")
    except ValueError as e:
        error = e
    micropython.heap_unlock()
    return error


print(repr(raised()))
