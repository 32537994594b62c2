# oracle: cpython
# with: enter, leave, exceptions, several items.
class Door:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind.__name__ if kind else None, value and value.args)
        return self.swallow


with Door('a') as a:
    print(a)
with Door('b') as b, Door('c') as c:
    print(b, c)
with Door('quiet', True):
    raise ValueError('hidden')
try:
    with Door('outer'), Door('inner'):
        raise KeyError('k')
except KeyError:
    print('came out')


def f():
    with Door('return'):
        return 'value'


print(f())
for i in range(2):
    with Door('loop'):
        continue
with Door('t') as (x):
    print(x)
