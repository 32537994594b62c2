# oracle: cpython
# Frames keep their values while stacks grow and are exchanged under them.


def deep(n, a, b, c):
    d = [a, b]
    e = c + 1
    return (a, b, c) if n == 0 else deep(n - 1, b, c, e) + (len(d), e)[1:]


def spin(n):
    total = 0
    for i in range(n):
        total += i * 0.5
    return total


def key(x):
    before = 'key', x
    total = spin(10500)
    result = deep(60, x, x + 1, x + 2)
    return before, total, result


def numbers(n):
    held = [n]
    if n:
        for x in numbers(n - 1):
            yield x + held[0]
        yield from numbers(n - 1)
    else:
        yield spin(10400)


def mixed(n):
    first = object()
    again = first
    items = sorted([3, 1, 2], key=key)
    text = 'n=%d' % n
    tail = mixed(n - 1) if n else []
    assert first is again
    return [(text, items)] + tail


class Row:
    def __init__(self, n):
        self.values = [spin(10300 + i) for i in range(n)]
        self.sum = sum(v for v in self.values)

    def __lt__(self, other):
        return spin(9) > 0 and self.sum < other.sum


print(mixed(1))
print(list(numbers(2)))
print([row.sum for row in sorted([Row(2), Row(1)])])
print(len(deep(250, 1, 2, 3)), max(map(lambda n: deep(n, n, n, n)[-1], range(120))))
