# oracle: cpython
# Decorators are applied from the bottom up.
def tag(name):
    def wrap(f):
        def run(*args):
            return '<' + name + '>' + f(*args) + '</' + name + '>'
        return run
    return wrap


@tag('b')
@tag('i')
def hello(who):
    return 'hello ' + who


print(hello('you'))


def register(f):
    table[f.__name__] = f
    return f


table = {}


@register
def one():
    return 1


print(table['one'](), list(table))
