# oracle: cpython
# The types after except are evaluated when an exception arrives, in order.
def types(name, *t):
    print('asked', name)
    return t


class A(Exception):
    pass


class B(A):
    pass


def attempt(exc):
    try:
        print('try')
        if exc:
            raise exc
    except types('first', KeyError, IndexError) as e:
        print('first', repr(e) != '')
    except types('second', B):
        print('second')
    except A:
        print('third')
    else:
        print('else')


for exc in (None, KeyError('k'), B(), A()):
    attempt(exc)
try:
    attempt(OSError(5))
except OSError as e:
    print('plain', e.args)
