# oracle: hand
# An exception that passes through built-in code gives back the depth that code had used.


class Add:
    def __init__(self, depth):
        self.depth = depth

    def __add__(self, other):
        if self.depth == 0:
            raise ValueError
        return Add(self.depth - 1) + other


def generator(depth):
    if depth == 0:
        raise ValueError
    yield from generator(depth - 1)


def key(depth):
    def inner(x):
        if depth == 0:
            raise ValueError
        return sorted([x], key=key(depth - 1))

    return inner


def attempt(action):
    for i in range(50):
        try:
            action()
        except ValueError:
            pass


attempt(lambda: Add(40) + 1)
print("operators")
attempt(lambda: list(generator(40)))
print("generators")
attempt(lambda: sorted([1], key=key(40)))
print("sort keys")
attempt(lambda: eval("Add(40) + 1"))
print("eval")


def recurse(n):
    return recurse(n + 1)


for i in range(3):
    try:
        recurse(0)
    except RuntimeError as e:
        print(e)
attempt(lambda: Add(40) + 1)
print("done")
