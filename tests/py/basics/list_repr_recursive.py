# oracle: cpython
# A container may hold itself under another name; printing of nested ones.
a = [1, [2, [3, [4, (5, {'k': [6]})]]]]
print(a)
print(str([None, True, 1.5, 'q\'s', b'x']))
print([['a'] * 2] * 2)
row = [0]
grid = [row] * 2
row[0] = 1
print(grid)
