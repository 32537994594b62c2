# oracle: cpython
# find, rfind, index, rindex, count, startswith, endswith.
s = 'banana'
print(s.find('an'), s.find('an', 2), s.find('x'), s.rfind('an'), s.find(''), s.find('a', 2, 4), s.rfind('a', 0, 3))
print(s.index('n'), s.rindex('n'), s.count('a'), s.count('ana'), s.count(''), s.count('a', 2))
print(s.startswith('ban'), s.startswith('nan', 2), s.endswith('na'), s.startswith(''), s.endswith('x'))
for f in (s.index, s.rindex):
    try:
        f('zz')
    except ValueError:
        print('ValueError')
