# oracle: cpython-only
# iter(function, sentinel) calls the function until its result equals the sentinel.
numbers = [3, 1, 4, 1, 5]
it = iter(numbers.pop, 3)
print(list(it), numbers)
print(list(it), next(it, 'end'))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __call__(self):
        self.n -= 1
        if self.n < -5:
            raise StopIteration
        return self.n


print(list(iter(Countdown(4), 0)))
print(list(iter(Countdown(0), 7)))
print(iter(it) is it)
