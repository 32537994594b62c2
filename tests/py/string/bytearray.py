# oracle: cpython
# bytearray changes in place.
a = bytearray(b'abc')
a[0] = 65
a.append(100)
a.extend(b'ef')
a += b'!'
print(a, len(a), a[0], a[1:3], bytes(a), list(a[:2]))
a[1:3] = b'XYZ'
print(a, b'XY' in a, a == b'AXYZdef!', a.decode())
b = bytearray(4)
b[1:3] = b'\x01\x02'
print(b, bytearray([1, 2]), bytearray(), bytearray(b'q') + b'r')
c = b
c[0] = 9
print(b is c, b)
