# Sets: membership, growth and algebra; reachable nodes of a graph.
bm_params = {'device': ((60,), 310), 'full': ((30000,), 155000)}


def neighbours(node, n):
    return {(node * 2 + 1) % n, (node * 3 + 5) % n, (node + 7) % n}


def reachable(start, n):
    seen = {start}
    front = {start}
    while front:
        found = set()
        for node in front:
            found |= neighbours(node, n)
        front = found - seen
        seen |= front
    return seen


def work(n):
    odd = set(range(1, n, 2))
    third = {i for i in range(0, n, 3)}
    total = len(odd & third) + len(odd | third) * 2 + len(odd ^ third) * 3
    for i in range(n):
        if i in odd and i not in third:
            total += 1
        elif i in third:
            third.discard(i)
        else:
            odd.add(i)
    return total + len(third) + len(odd) + len(reachable(1, n))


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
