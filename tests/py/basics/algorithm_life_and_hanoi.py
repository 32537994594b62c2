# oracle: cpython
# Game of life on a set of cells; towers of Hanoi; Collatz; Josephus.
def step(cells):
    near = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    near[x + dx, y + dy] = near.get((x + dx, y + dy), 0) + 1
    return {c for c, n in near.items() if n == 3 or n == 2 and c in cells}


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
cells = glider
for _ in range(8):
    cells = step(cells)
print(sorted(cells), cells == {(x + 2, y + 2) for x, y in glider})
for y in range(2, 5):
    print(''.join('#' if (x, y) in cells else '.' for x in range(2, 6)))
moves = []


def hanoi(n, a, b, c):
    if n:
        hanoi(n - 1, a, c, b)
        moves.append(a + b)
        hanoi(n - 1, c, b, a)


hanoi(4, 'A', 'C', 'B')
print(len(moves), ' '.join(moves))


def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


print(max((collatz(n), n) for n in range(1, 300)))
people, at, out = list(range(1, 11)), 0, []
while people:
    at = (at + 2) % len(people)
    out.append(people.pop(at))
print(out)
