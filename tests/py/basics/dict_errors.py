# oracle: reference
# What goes wrong with dicts.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = {'a': 1}
attempt(lambda: d['b'])
attempt(lambda: d[1, 2])
attempt(lambda: d.pop('b'))
attempt(lambda: {}.popitem())
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(5))
attempt(lambda: d.foo)
attempt(lambda: d < {})
attempt(lambda: d + {})
