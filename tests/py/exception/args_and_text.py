# oracle: reference
# args and str() with no, one and several arguments.
for e in (ValueError(), ValueError('one'), ValueError('one', 2), IndexError(5), KeyError('k'), Exception(None),
          ValueError([1]), OSError(2)):
    print(type(e).__name__, e.args, '|' + str(e) + '|')
print(OSError(2, 'x').errno, OSError(2, 'x').args, StopIteration(5).value, StopIteration().value)
