# Method calls and attributes of instances.
bm_params = {'device': ((500,), 125250), 'full': ((300000,), 45000150000)}


class Counter:
    def __init__(self):
        self.total = 0
        self.step = 0

    def next(self):
        self.step += 1
        return self.step

    def add(self, n):
        self.total += n


def work(n):
    c = Counter()
    for _ in range(n):
        c.add(c.next())
    return c.total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
