# oracle: cpython
# Floats of 2, 4 and 8 bytes.
import struct

for x in (0.0, -0.0, 1.0, -2.5, 65504.0, 6.1e-05, 5.96e-08, 1e-10, 0.1, 3.14159):
    b = struct.pack("<e", x)
    print(x, b, struct.unpack("<e", b)[0], struct.pack(">f", x), struct.pack("<d", x))
print(struct.unpack("<ee", b"\x00\x7c\x00\xfc"), struct.unpack(">f", b"\x7f\x80\0\0"))
