# Counting words: str keys, dict look-ups, sorting.
bm_params = {'device': ((200,), 6), 'full': ((100000,), 3226)}


def work(n):
    count = {}
    seed = 7
    for _ in range(n):
        seed = (seed * 1103 + 12345) % 65536
        word = WORDS[seed % len(WORDS)]
        count[word] = count.get(word, 0) + 1
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    return ranked[len(ranked) // 2][1]


WORDS = [a + b for a in ('al', 'be', 'ga', 'de', 'ep', 'ze') for b in ('pha', 'ta', 'mma', 'lta', 'ron')]
WORDS.append('omega')


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
