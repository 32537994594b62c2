# oracle: cpython
# What __exit__ is given, and what its result does.
class CM:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        if self.fail == 'enter':
            raise OSError(self.name + ' enter')
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind and kind.__name__, value and value.args)
        if self.fail == 'exit':
            raise KeyError(self.name)
        return self.suppress


def run(*managers, error=None):
    a, b = managers
    try:
        with a as x, b as y:
            print('body', x, y)
            if error:
                raise error
        print('after')
    except Exception as e:
        print('escaped', type(e).__name__, e.args)


run(CM('a'), CM('b'))
run(CM('a'), CM('b'), error=ValueError('v'))
run(CM('a', True), CM('b'), error=ValueError('v'))
run(CM('a'), CM('b', True), error=ValueError)
run(CM('a'), CM('b', fail='enter'))
run(CM('a', True), CM('b', fail='exit'), error=ValueError('v'))


def f():
    for i in range(3):
        with CM(str(i)):
            if i == 0:
                continue
            return i


print(f())
