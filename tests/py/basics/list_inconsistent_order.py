# oracle: hand
# A nonsense __lt__ gives some order, never an error or a lost item.
class Wild:
    state = 1

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Wild.state = Wild.state * 1103515245 + 12345 & 0x3fffffff
        return Wild.state & 64 != 0


for size in (1, 2, 9, 33, 200):
    items = [Wild(n) for n in range(size)]
    items.sort()
    print(size, sorted(w.n for w in items) == list(range(size)))
