# oracle: cpython
# raise alone raises the current exception again.
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print('log')
        raise


try:
    f()
except ZeroDivisionError:
    print('outside')
try:
    try:
        raise KeyError('first')
    except KeyError as e:
        saved = e
        raise ValueError('second')
except ValueError as e:
    print(e, saved.args)
try:
    raise saved
except KeyError as e:
    print(e is saved)
