# oracle: cpython
# Matrices as lists of lists.
def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def power(m, n):
    size = len(m)
    result = [[int(i == j) for j in range(size)] for i in range(size)]
    while n:
        if n & 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** c * m[0][c] * determinant([row[:c] + row[c + 1:] for row in m[1:]]) for c in range(len(m)))


def spiral(m):
    out = []
    while m:
        out += m[0]
        m = [list(r) for r in zip(*m[1:])]
        m.reverse()
    return out


print(multiply([[1, 2], [3, 4]], [[5, 6], [7, 8]]), power([[1, 1], [1, 0]], 100)[0][1])
print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]), [list(r) for r in zip(*[[1, 2, 3], [4, 5, 6]])])
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), spiral([[1, 2], [3, 4], [5, 6]]))
triangle = [[1]]
for _ in range(9):
    last = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(last, last[1:])] + [1])
print(triangle[-1], [sum(r) for r in triangle])
identity = [[0] * 3 for _ in range(3)]
for i in range(3):
    identity[i][i] = 1
print(identity, [[0] * 2] * 2, sum(map(sum, identity)))
