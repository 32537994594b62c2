# oracle: reference
# An exception raised in a handler reports its own lines.
def f():
    try:
        [][1]
    except IndexError:
        {}['missing key']


f()
