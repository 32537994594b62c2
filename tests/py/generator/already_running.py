# oracle: cpython
# A generator cannot enter itself.
def g():
    try:
        next(me)
    except ValueError:
        print('ValueError')
    yield 1


me = g()
print(next(me))
