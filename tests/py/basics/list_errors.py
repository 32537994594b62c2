# oracle: reference
# What goes wrong with lists.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 2]
attempt(lambda: a[2])
attempt(lambda: a[-3])
attempt(lambda: a['x'])
attempt(lambda: a.pop(5))
attempt(lambda: [].pop())
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: a + (1,))
attempt(lambda: a * 'x')
attempt(lambda: a.foo)
attempt(lambda: list(5))
attempt(lambda: {[]: 1})
