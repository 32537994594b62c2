# Loops at the top level of a program, where all names are global.
bm_params = {'device': ((100,), 295000), 'full': ((100000,), 1462299)}

PROGRAM = """
total = 0
items = []
i = 0
while i < n:
    total += i % 7
    if total > 1000:
        total -= 1000
        items.append(i)
    i += 1
for x in items:
    total += x & 3
for k in range(n):
    total ^= k
"""


def work(n):
    names = {'n': n}
    exec(PROGRAM, names)
    return names['total'] * 1000 + len(names['items'])


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
