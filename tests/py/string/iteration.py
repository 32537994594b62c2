# oracle: cpython
# Walking through text.
word = 'stone'
print([c.upper() for c in word], list(enumerate('ab')), ''.join(reversed(word)))
count = {}
for c in 'mississippi':
    count[c] = count.get(c, 0) + 1
print(sorted(count.items()))
print(sorted('banana'), ''.join(sorted(set('banana'))), max('hello'), dict(zip('ab', 'cd')) == {'a': 'c', 'b': 'd'})
print([ord(c) for c in 'AZaz'], ''.join(chr(ord(c) + 1) for c in 'HAL'))
