# oracle: cpython
# Nested data, nested functions, many calls.
def matmul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def power(m, n):
    result = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1:
            result = matmul(result, m)
        m = matmul(m, m)
        n >>= 1
    return result


print(power([[1, 1], [1, 0]], 90)[0][1])


def memo(f):
    cache = {}

    def g(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return g


fib = memo(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))
print(fib(25))
