# oracle: hand
# By MicroPython, whose check of the stack comes before the generator begins: what could not be
# entered has not run, and can be used by somebody who is less deep.


def numbers(first):
    yield first
    yield first + 1


def delegating(depth, inner):
    yield from (delegating(depth - 1, inner) if depth else inner)


def looping(depth, inner):
    for item in looping(depth - 1, inner) if depth else inner:
        yield item


def deepest(outer):
    low, high = 1, 100000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            next(outer(middle, numbers(0)))
            low = middle
        except RuntimeError:
            high = middle - 1
    return low


for outer in delegating, looping:
    limit = deepest(outer)
    for depth in range(limit - 1, limit + 3):
        for has_begun in False, True:
            inner = numbers(1)
            if has_begun:
                next(inner)
            try:
                taken = next(outer(depth, inner))
            except RuntimeError:
                taken = "refused"
            print(outer.__name__, depth - limit, taken, list(inner))
