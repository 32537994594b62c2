# oracle: cpython
# Broken UTF-8 is a UnicodeError.
for b in (b'\xff', b'\xc3', b'abc\x80', b'\xe2\x82', b'\xf0\x9f\x98', b'ok'):
    try:
        print(b.decode())
    except UnicodeError:
        print(b, 'UnicodeError')
