# oracle: cpython-only
# Flags, widths and precisions of % together.
for flags in ('', '-', '0', '+', ' ', '#', '-0', '+0', '-+', ' 0', '#0'):
    for spec in ('6d', '6.3d', '8x', '8.3X', '8o', '9.2f', '10.2e'):
        print(('[%' + flags + spec + ']') % 42, ('[%' + flags + spec + ']') % -42, end=' ')
    print()
for flags in ('', '-', '+', ' '):
    for spec in ('6s', '6.2s', '.0s', 'r', '6r', '5c'):
        print(('[%' + flags + spec + ']') % 'abc'[: 1 if 'c' in spec else 3], end=' ')
    print()
print('%*d|%-*d|%.*f|%*.*f' % (6, 42, 6, 42, 2, 1.239, 8, 1, 1.25))
print(b'%d %s %5.1f %c %x' % (1, b'a\xff', 2.55, 65, 255))
