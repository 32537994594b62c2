# for over lists, tuples, strings, dicts and their views, enumerate, zip, reversed; unpacking.
bm_params = {'device': ((30,), 4770), 'full': ((3000,), 477000)}


def work(n):
    numbers = [3, 1, 4, 1, 5, 9, 2, 6]
    names = ('ada', 'bob', 'cyd')
    table = {name: i for i, name in enumerate(names)}
    total = 0
    for turn in range(n):
        for x in numbers:
            total += x
        for name in names:
            if 'b' in name:
                total += 1
        for key in table:
            total += table[key]
        for key, value in table.items():
            total += value
        for i, x in enumerate(numbers):
            total += i * x
        for x, name in zip(numbers, names):
            total += x
        for c in 'kopi':
            if c == 'p':
                total += 1
        for x in reversed(numbers):
            total -= x
        a, b, *rest = numbers
        total += a - b + len(rest)
        if turn in numbers or 5 in numbers:
            total += min(numbers) + max(a, b)
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
