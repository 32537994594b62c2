# oracle: reference
# Conversions that fail.
def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(int, 'x')
attempt(int, '')
attempt(int, '12a')
attempt(int, '9', 8)
attempt(int, None)
attempt(int, [])
attempt(int, '1', 99)
attempt(float, 'abc')
attempt(float, '')
attempt(float, None)
attempt(chr, -1)
attempt(chr, 0x110000)
attempt(ord, 'ab')
attempt(ord, 5)
attempt(bin, 1.5)
attempt(hex, 'a')
attempt(list, 1)
attempt(tuple, None)
