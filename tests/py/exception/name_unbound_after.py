# oracle: cpython
# The name after "as" is gone when the handler ends.
e = 'before'
try:
    raise ValueError
except ValueError as e:
    print(type(e).__name__)
try:
    e
    print('still there')
except NameError:
    print('gone')
