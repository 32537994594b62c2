# oracle: cpython
# Backtracking: queens, sums of subsets, a small crossword of digits.
def queens(n, row=0, columns=(), solutions=None):
    if solutions is None:
        solutions = []
    if row == n:
        solutions.append(columns)
        return solutions
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(columns)):
            queens(n, row + 1, columns + (c,), solutions)
    return solutions


print(len(queens(6)), queens(6)[0], len(queens(7)))


def subset_sum(numbers, total):
    if total == 0:
        return []
    if total < 0 or not numbers:
        return None
    taken = subset_sum(numbers[1:], total - numbers[0])
    if taken is not None:
        return [numbers[0]] + taken
    return subset_sum(numbers[1:], total)


print(subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([3, 34, 4], 30))


def fill(grid):
    for r in range(4):
        for c in range(4):
            if grid[r][c] == 0:
                for v in range(1, 5):
                    block = [grid[r // 2 * 2 + i][c // 2 * 2 + j] for i in (0, 1) for j in (0, 1)]
                    if v not in grid[r] and all(row[c] != v for row in grid) and v not in block:
                        grid[r][c] = v
                        if fill(grid):
                            return True
                        grid[r][c] = 0
                return False
    return True


grid = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]
print(fill(grid), grid)
