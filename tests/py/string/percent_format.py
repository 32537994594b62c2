# oracle: cpython
# The % operator.
print('%s and %s' % ('one', 2), '%d%%' % 50, '%c%c' % ('a', 66), '%r %s' % ('q', 'q'))
print('%5d|%-5d|%05d|%+d|% d' % (42, 42, 42, 42, 42))
print('%x %X %#x %o %#o' % (255, 255, 255, 8, 8))
print('%10s|%-10s|%.2s|%5.1s|' % ('abc', 'abc', 'abc', 'abc'))
print('%(name)s is %(age)d' % {'name': 'Ann', 'age': 12})
print('%s' % [1, 2], '%s' % (None,), '%*d' % (6, 42), '%.*f' % (2, 1.23456))
print('%i %u' % (7, 8), '%d' % 3.99, '%d' % -10 ** 20, 'plain' % ())
