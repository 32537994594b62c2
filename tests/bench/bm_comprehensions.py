# Comprehensions of lists, sets and dicts, nested and with conditions; zip and enumerate.
bm_params = {'device': ((6, 2), 919), 'full': ((34, 6), 213403)}


def multiply(a, b):
    columns = list(zip(*b))
    return [[sum([x * y for x, y in zip(row, column)]) for column in columns] for row in a]


def work(size, times):
    total = 0
    a = [[(i * j) % 7 for j in range(size)] for i in range(size)]
    b = [[i + j for j in range(size)] for i in range(size)]
    for turn in range(times):
        c = multiply(a, b)
        flat = [x for row in c for x in row if x % 2]
        places = {x: i for i, x in enumerate(flat)}
        rests = {x % 13 for x in flat}
        total += len(places) + len(rests) + sum([row[turn % size] for row in c])
        a = [[x % 11 for x in row] for row in c]
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
