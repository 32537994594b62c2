# oracle: cpython-only
# print can write to any object with a write method.
import sys


class Log:
    def __init__(self):
        self.text = ''

    def write(self, s):
        self.text += s


log = Log()
print(1, 'two', [3], sep='-', end='.', file=log)
print(file=log)
print('next', file=log)
print(repr(log.text))
print('to stdout', file=sys.stdout)


class Loud:
    def __str__(self):
        print('(asked)', end='')
        return 'loud'


print('a', Loud(), 'b')
print('x', end='')
print(*[1, 2], sep='')
print('a', 'b', sep='\n')
for bad in (lambda: print(1, sep=2), lambda: print(1, end=3), lambda: print(1, what=4)):
    try:
        bad()
    except TypeError:
        print('TypeError')
