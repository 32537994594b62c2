# oracle: reference
# Tuples do not change.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t = (1, 2)


def store():
    t[0] = 5


def delete():
    del t[0]


attempt(store)
attempt(delete)
attempt(lambda: t[5])
attempt(lambda: t['a'])
attempt(lambda: t + [1])
attempt(lambda: t.index(7))
attempt(lambda: t.append(1))
