# oracle: hand
# Codes for addresses: of an object, a text, or anything.
import struct
import uctypes


class A:
    pass


a = A()
packed = struct.pack("<OO", a, [1, 2])
first, second = struct.unpack("<OO", packed)
print(len(packed), first is a, second, struct.calcsize("<PSO"))

text = bytes(b"text of bytes\0and more")
print(struct.unpack("<S", struct.pack("<S", uctypes.addressof(text)))[0])
print(struct.unpack("<P", struct.pack("<P", 12345)))
try:
    struct.unpack("<O", bytes(8))
    print("never")
except ValueError as e:
    print("ValueError")
