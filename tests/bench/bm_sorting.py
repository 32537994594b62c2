# Sorting: ints, floats, strings and tuples, with and without key; a sort of our own.
bm_params = {'device': ((60,), 3769145), 'full': ((12000,), 2604564)}


def numbers(n):
    seed = 12345
    result = []
    for _ in range(n):
        seed = seed * 1103 + 12345 & 0xFFFFF
        result.append(seed)
    return result


def heap_sort(items):
    n = len(items)

    def sift(start, end):
        root = start
        while root * 2 + 1 < end:
            child = root * 2 + 1
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for start in range(n // 2 - 1, -1, -1):
        sift(start, n)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift(0, end)


def work(n):
    seeds = numbers(n)
    ints = sorted(seeds)
    floats = sorted([x / 8 for x in seeds], reverse=True)
    texts = sorted([str(x) for x in seeds])
    pairs = sorted([(x % 100, x) for x in seeds])
    keyed = sorted(pairs, key=lambda p: (p[0] // 10, -p[1]))
    own = seeds[: n // 4]
    heap_sort(own)
    ints.sort()
    middle = n // 2
    total = ints[middle] + int(floats[middle] * 8) + int(texts[middle])
    return total + pairs[middle][1] + keyed[middle][1] + own[n // 8]


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
