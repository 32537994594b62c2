# oracle: reference
# Infinity and NaN have no integer.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: int(float('inf')))
attempt(lambda: int(float('nan')))
attempt(lambda: int(-float('inf')))
attempt(lambda: 1.5 & 1)
attempt(lambda: 1.5 << 1)
attempt(lambda: ~1.5)
attempt(lambda: [1, 2][1.0])
attempt(lambda: 'a' * 1.5)
attempt(lambda: range(1.5))
