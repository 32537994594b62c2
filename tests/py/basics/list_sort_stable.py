# oracle: cpython-only
# Sorting keeps the order of equal items, also with key and reverse.
pairs = [(i * 7 % 5, i) for i in range(40)]
by_first = sorted(pairs, key=lambda p: p[0])
print(by_first == sorted(pairs), [p[1] for p in by_first if p[0] == 3])
down = sorted(pairs, key=lambda p: p[0], reverse=True)
print([p[1] for p in down if p[0] == 3], down[0], down[-1])
words = 'the quick brown fox jumps over the lazy dog'.split()
words.sort(key=len)
print(words)
words.sort(reverse=True)
print(words)
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted(range(20), key=key) == list(range(19, -1, -1)), calls == list(range(20)))
print(sorted([3, 1.5, True, 2 ** 40, -1]), sorted('hello'), sorted({'b': 1, 'a': 2}))
