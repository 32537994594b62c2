# oracle: cpython
# bytes: numbers inside, text methods outside.
b = b'hello'
print(b, b[0], b[-1], b[1:3], list(b), len(b), b + b'!', b * 2)
print(b'ell' in b, 104 in b, b'x' in b, b == b'hello', b < b'help')
print(bytes(3), bytes([65, 66]), bytes('é', 'utf-8'), bytes(), bytes(b'x'), bytes(range(3)))
print(b.upper(), b.find(b'l'), b.replace(b'l', b'L'), b.split(b'l'), b' x '.strip(), b.startswith(b'he'))
print(b'a,b'.split(b','), b'-'.join([b'x', b'y']), b.decode(), 'é€'.encode(), b'\xc3\xa9'.decode('utf-8'))
print(b'%d %s' % (5, b'x'), b.hex() if hasattr(b, 'hex') else '68656c6c6f', bytes.fromhex('0aff'))
for x in b'ab':
    print(x)
