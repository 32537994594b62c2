# oracle: reference
# What every exception has: args, value and errno.
for e in (Exception(), Exception('a'), ValueError(1, 2), StopIteration(5), OSError(2), KeyError('k'), SystemExit(3)):
    print(repr(e), str(e), e.args, e.value, e.errno)
print(str(OSError(2, 'file')), str(OSError('text')), str(OSError(123456)), repr(OSError(2)))
for bad in (lambda: Exception('a').nothing, lambda: Exception(a=1), lambda: Exception.args):
    try:
        bad()
    except (AttributeError, TypeError) as e:
        print(repr(e))
