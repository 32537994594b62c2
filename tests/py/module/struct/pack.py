# oracle: cpython
# pack and unpack of every number format.
import struct
print(struct.pack('<bBhHiIlLqQ', -1, 255, -2, 65535, -3, 4294967295, -4, 5, -6, 7))
print(struct.unpack('<bBhHiI', struct.pack('<bBhHiI', -1, 255, -2, 65535, -3, 4294967295)))
print(struct.pack('>HIQ', 1, 2, 3), struct.pack('!H', 258), struct.unpack('>q', b'\xff' * 8))
print(struct.pack('<fd', 1.5, -2.25), struct.unpack('<fd', struct.pack('<fd', 0.1, 0.1)))
print(struct.pack('5s3s', b'hello', b'x'), struct.unpack('<3sH', b'abc\x01\x02'))
print(struct.calcsize('<bhiq'), struct.calcsize('bhiq'), struct.calcsize('<10s'), struct.calcsize('>4H'))
