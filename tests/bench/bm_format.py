# Text from values: str.format, %, f-strings, str and repr.
bm_params = {'device': ((20,), 6858), 'full': ((6000,), 2677434)}


def work(n):
    total = 0
    for i in range(n):
        x = i * 0.5
        a = '{:>8}|{:<6}|{:05d}|{:.2f}'.format('ab', i, i, x)
        b = '%5d %-4s %08.3f %x' % (i, 'cd', x, i)
        c = f'{i:,} {x:8.1f} {a[:3]!r}'
        d = '{0}-{1}-{0} {name}'.format(i, x, name='n')
        e = str([i, (x,), 'e']) + repr({'k': i})
        total += len(a) + len(b) * 2 + len(c) * 3 + len(d) * 5 + len(e) * 7
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
