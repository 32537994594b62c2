# yield from: walks through a tree, delegation several levels deep.
bm_params = {'device': ((5, 3), 318), 'full': ((14, 3), 159750)}


def tree(depth, value):
    if depth == 0:
        return None
    return (tree(depth - 1, value * 2), value, tree(depth - 1, value * 2 + 1))


def walk(node):
    if node is not None:
        left, value, right = node
        yield from walk(left)
        yield value
        yield from walk(right)


def chain(*parts):
    number = 0
    for part in parts:
        yield from part
        number += 1
    return number


def deep(level, numbers):
    if level == 0:
        yield from numbers
    else:
        yield from deep(level - 1, numbers)


def total_of(parts, out):
    out.append((yield from chain(*parts)))


def work(depth, times):
    total = 0
    root = tree(depth, 1)
    for _ in range(times):
        for value in walk(root):
            total += value % 7
        out = []
        for value in total_of([deep(8, range(1 << depth - 2)), 'abc', [1, 2]], out):
            total += 1
        total += out[0]
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
