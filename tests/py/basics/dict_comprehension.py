# oracle: cpython
# Dict and set comprehensions.
print(sorted({k: v for v, k in enumerate('abc')}.items()))
print(sorted({x % 3 for x in range(10)}))
words = ['apple', 'avocado', 'banana', 'blueberry', 'cherry']
by = {c: [w for w in words if w[0] == c] for c in 'abc'}
print(by['a'], by['b'], by['c'])
print(sorted({(a, b) for a in range(2) for b in range(2) if a != b}))
