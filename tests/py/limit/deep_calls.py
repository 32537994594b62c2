# oracle: cpython
# Deep recursion through methods, callable objects, decorators and generators.


class Memo:
    def __init__(self, function):
        self.function = function
        self.known = {}

    def __call__(self, n):
        if n not in self.known:
            self.known[n] = self.function(n)
        return self.known[n]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(300))


def walk(n):
    if n:
        yield from walk(n - 1)
    yield n


print(sum(walk(300)))


def loop(n):
    if n:
        for x in loop(n - 1):
            yield x
    yield n


print(sum(loop(300)))


class Node:
    def __init__(self, depth):
        self.next = Node(depth - 1) if depth else None

    def depth(self):
        return 1 + (self.next.depth() if self.next else 0)


print(Node(300).depth())
