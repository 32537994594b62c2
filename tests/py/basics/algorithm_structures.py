# oracle: cpython
# Data structures: trie, union-find, LRU cache, ring buffer, priority queue.
class Trie:
    def __init__(self):
        self.root = {}

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node['.'] = True

    def starting(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return []
            node = node[c]
        found = []

        def walk(node, word):
            for c in sorted(node):
                if c == '.':
                    found.append(word)
                else:
                    walk(node[c], word + c)

        walk(node, prefix)
        return found


t = Trie()
for word in 'car card care cat dog do'.split():
    t.add(word)
print(t.starting('car'), t.starting('d'), t.starting('x'))
parent = list(range(10))


def find(x):
    while parent[x] != x:
        parent[x] = parent[parent[x]]
        x = parent[x]
    return x


for a, b in ((1, 2), (3, 4), (2, 4), (7, 8), (9, 7)):
    parent[find(a)] = find(b)
print(sorted(sorted(x for x in range(10) if find(x) == r) for r in range(10) if find(r) == r))


class Ring:
    def __init__(self, size):
        self.data, self.at = [None] * size, 0

    def push(self, x):
        self.data[self.at % len(self.data)] = x
        self.at += 1

    def __iter__(self):
        n = len(self.data)
        for i in range(max(0, self.at - n), self.at):
            yield self.data[i % n]


r = Ring(3)
for x in 'abcde':
    r.push(x)
print(list(r), r.data)
