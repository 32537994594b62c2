# oracle: reference
import array
import uctypes as u

data = bytearray(b"0123456789")
at = u.addressof(data)
print(u.addressof(memoryview(data)[3:]) - at, u.addressof(data) == at)
print(u.bytes_at(at + 2, 4), u.bytearray_at(at, 3))
part = u.bytearray_at(at + 4, 3)
part[0] = ord("x")
data[5] = ord("y")
print(data, part, u.addressof(part) - at)
part = part + b"tail"
part[1] = 0
print(part, data)
part = u.bytearray_at(at, 10)
part[2:4] = b"--"
print(data, part == data, part.find(b"y"), part + b"!", list(part[7:]))

values = array.array("H", [1, 2, 3])
print(u.bytes_at(u.addressof(values), 6))
s = u.struct(u.addressof(values), (u.ARRAY | 0, u.UINT16 | 3))
s[1] = 515
print(values, memoryview(s)[2])

# a structure keeps its memory
s = u.struct(u.addressof(bytearray(b"abcd" * 2)), {"w": u.UINT32 | 4}, u.BIG_ENDIAN)
print(hex(s.w))
