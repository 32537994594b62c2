# oracle: cpython
# List comprehensions: filters, nesting, own scope.
x = 'outside'
print([x * x for x in range(5)], x)
print([i for i in range(20) if i % 2 if i % 3 == 0])
print([(a, b) for a in 'ab' for b in range(2)])
print([[r * c for c in range(3)] for r in range(3)])
print([y for row in [[1, 2], [3]] for y in row])
print([a if a > 1 else -a for a in range(4)])
n = 3
print([n * k for k in range(n)])
print([f() for f in [lambda v=v: v for v in range(3)]])
