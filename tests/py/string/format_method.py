# oracle: cpython
# str.format: fields, alignment, types.
print('{} {}'.format(1, 'a'), '{1} {0} {1}'.format('x', 'y'), '{a}-{b}'.format(b=2, a=1))
print('{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|'.format('ab', 'ab', 'ab', 'ab', 'ab'))
print('{:5d}|{:<5d}|{:05d}|{:+d}|{: d}|{:^5d}|'.format(42, 42, 42, 42, 42, 42))
print('{:b} {:o} {:x} {:X} {:#x} {:#b} {:c} {:,}'.format(10, 10, 255, 255, 255, 5, 65, 1234567))
print('{!r} {!s} {!r:>6}'.format('q', 'q', 'q'))
print('{{}} {{x}}'.format())
print('{:{}}|{:{w}.{p}f}'.format('a', 4, 3.14159, w=8, p=2), '{:s} {:.2}'.format('abc', 'abc'))
print('{:>{w}}'.format('r', w=3), '{:=+6d}'.format(42))
