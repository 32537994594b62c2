# oracle: cpython
# Generator expressions evaluate the first iterable at once and the rest when run.
def source(n):
    print('source', n)
    return range(n)


g = (x * y for x in source(2) for y in source(3))
print('made')
print(list(g))
x = 'outer'
print([x for x in range(3)], x)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]
print([f() for f in gs])
n = 10
late = (n + i for i in range(3))
n = 20
print(list(late))
print(sum(i for i in range(5) if i % 2 for j in range(i)), max((-v, k) for k, v in {'a': 1, 'b': 2}.items()))
print({k: v for k, v in zip('ab', (1, 2))}, sorted({c for c in 'hello' if c > 'e'}))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
try:
    (1 for i in 5)
except TypeError:
    print('TypeError')
