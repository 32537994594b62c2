# oracle: cpython
# Locals, loops, try blocks and with blocks survive suspension.
class Trace:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, *args):
        print('exit', self.name, args[0] is not None)


def g(n):
    for i in range(n):
        with Trace('w%d' % i) as t:
            try:
                for c in 'xy':
                    yield t.name + c, [k * i for k in range(3)]
            finally:
                print('finally', i)
    else:
        yield 'else'


a, b = g(2), g(1)
print(next(a))
print(next(b))
print(next(a))
for item in a:
    print(item)
try:
    b.throw(ValueError)
except ValueError:
    print('out')
