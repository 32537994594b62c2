# Building, splitting and searching text.
bm_params = {'device': ((50,), 1008), 'full': ((20000,), 114405708)}


def work(n):
    parts = []
    for i in range(n):
        parts.append('%d:%s' % (i, 'x' * (i % 7)))
    text = ','.join(parts)
    total = 0
    for part in text.split(','):
        number, tail = part.split(':')
        if part.find('xxx') >= 0:
            total += int(number)
        total += len(tail.replace('x', 'yy'))
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
