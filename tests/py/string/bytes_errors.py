# oracle: reference
# What goes wrong with bytes.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: bytes([256]))
attempt(lambda: bytes(-1))
attempt(lambda: bytes('abc'))
attempt(lambda: b'abc'[5])
attempt(lambda: b'a' + 'b')
attempt(lambda: 'a' + b'b')
attempt(lambda: b'\xff\xfe'.decode())
attempt(lambda: bytes.fromhex('0'))
attempt(lambda: bytes.fromhex('zz'))
