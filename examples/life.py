"""Conway's Game of Life as a film in the terminal.

A cell lives on with two or three neighbours and is
born with three. Here a glider walks across the world
while a blinker blinks. The world is a doughnut: what
leaves at one side comes back at the other.
"""
import time

WIDTH, HEIGHT = 30, 12
GENERATIONS = 20
PAUSE = 0.05
HOME = '\x1b[H'
CLEAR = '\x1b[2J'
ALIVE = '\x1b[32m#\x1b[0m'

PATTERN = '''
.#.
..#.........###
###
'''


def read(pattern, x, y):
    """The cells of a picture, moved to a place."""
    rows = pattern.strip().split('\n')
    return {(x + i, y + j)
            for j, row in enumerate(rows)
            for i, c in enumerate(row) if c == '#'}


def step(cells):
    """The next generation: counts all neighbours."""
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx) % WIDTH, (y + dy) % HEIGHT
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, n in counts.items()
            if n == 3 or n == 2 and cell in cells}


def show(cells, generation):
    print(HOME + 'Generation', generation)
    for y in range(HEIGHT):
        print(''.join(ALIVE if (x, y) in cells else '.'
                      for x in range(WIDTH)))


world = read(PATTERN, 2, 2)
print(CLEAR, end='')
for generation in range(GENERATIONS + 1):
    show(world, generation)
    world = step(world)
    time.sleep(PAUSE)
print('Alive at the end:', len(world))
