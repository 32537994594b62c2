# oracle: cpython-only
# list.sort is stable and takes key and reverse.
words = ['pear', 'fig', 'apple', 'kiwi', 'date']
words.sort()
print(words)
words.sort(key=len)
print(words)
words.sort(key=lambda w: w[-1], reverse=True)
print(words)
print(sorted([3, 1.5, True, -2]), sorted('hello'), sorted({'b': 1, 'a': 2}))
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')]), sorted([], reverse=True))
n = [(i * 37 + 11) % 101 for i in range(101)]
n.sort()
print(n == list(range(101)), n.sort())
