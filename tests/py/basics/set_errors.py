# oracle: reference
# What goes wrong with sets.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: {1}.remove(2))
attempt(lambda: set().pop())
attempt(lambda: {[]})
attempt(lambda: {1} + {2})
attempt(lambda: {1}[0])
attempt(lambda: frozenset([1]).add(2))
attempt(lambda: set(1))
