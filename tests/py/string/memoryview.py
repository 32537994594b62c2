# oracle: cpython
# memoryview shares the bytes of what it looks at.
b = bytearray(b'abcdef')
m = memoryview(b)
print(len(m), m[0], m[-1], bytes(m[1:4]), list(m[:2]))
m[0] = 65
m[1:3] = b'XY'
print(b, bytes(m))
part = m[2:5]
part[0] = 122
print(b, bytes(part), len(part), m == b, bytes(memoryview(b'xyz'))[1:])
try:
    memoryview(b'abc')[0] = 1
except TypeError:
    print('TypeError')
