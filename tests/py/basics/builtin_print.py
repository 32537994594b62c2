# oracle: cpython
# print with sep, end and many kinds of things.
print()
print('a', 1, None, True, 2.5, [1], (2,), {3}, sep='|')
print('x', end='')
print('y', end='!\n')
print(1, 2, sep='', end='\n\n')
print(*range(3), sep=', ')
print('no newline at all', end='')
print('', 'lead')
print(print)if 0 else print('done')
