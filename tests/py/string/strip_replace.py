# oracle: cpython
# strip, lstrip, rstrip, replace, center.
print(repr('  a b '.strip()), repr('  a '.lstrip()), repr(' a  '.rstrip()), 'xxaxx'.strip('x'), 'abcab'.strip('ab'))
print('xyz--'.rstrip('-'), '..a'.lstrip('.'), repr('\t\n a'.strip()))
print('aaa'.replace('a', 'b'), 'aaa'.replace('a', 'b', 2), 'abc'.replace('', '-'), 'abc'.replace('x', 'y'))
print('hello'.replace('l', ''), 'hello'.replace('hello', ''), 'one two'.replace('o', '00'))
print(repr('ab'.center(6)), repr('ab'.center(1)), repr('abc'.center(6)))
