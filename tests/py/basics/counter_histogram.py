# oracle: cpython
# Word counting, the program everybody writes.
text = '''the quick brown fox jumps over the lazy dog the fox
barks and the dog sleeps while the quick cat jumps'''
count = {}
for word in text.split():
    count[word] = count.get(word, 0) + 1
top = sorted(count.items(), key=lambda p: (-p[1], p[0]))
for word, n in top[:5]:
    print('%-6s %s %d' % (word, '#' * n, n))
