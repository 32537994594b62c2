# oracle: cpython
# pack_into and unpack_from at an offset.
import struct
b = bytearray(10)
struct.pack_into('<HH', b, 2, 0x1234, 0xabcd)
print(b, struct.unpack_from('<H', b, 4), struct.unpack_from('<H', memoryview(b), 2))
print(struct.unpack('2B', bytearray(b'ab')), struct.unpack_from('>I', b'\0\0\0\1', 0))
