# oracle: cpython
# split, rsplit, splitlines, partition, join.
print('a b  c'.split(), ' a b '.split(), 'a,b,,c'.split(','), ''.split(), ''.split(','))
print('a,b,c,d'.split(',', 2), 'a b c d'.split(None, 1), 'a,b,c'.rsplit(',', 1), 'a--b--c'.split('--'))
print('one\ntwo\r\nthree\n'.splitlines(), 'a\nb'.splitlines(True), ''.splitlines())
print('key=value=x'.partition('='), 'key=value=x'.rpartition('='), 'none'.partition('='), 'none'.rpartition('='))
print(', '.join(['a', 'b']), ''.join('abc'), '-'.join([]), '-'.join(c for c in 'xy'), '.'.join(('solo',)))
