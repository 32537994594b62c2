# oracle: hand
# How many classes can derive from each other: an error at the class statement, not when looking
# for an attribute. The number is ours; MicroPython goes on until memory or stack ends.


class First:
    first = 1


C = First
count = 1
try:
    while count < 5000:
        C = type("C", (C,), {})
        count += 1
except RuntimeError as e:
    print(count, e)
print(C().first, hasattr(C(), "missing"), isinstance(C(), First), issubclass(C, int))
