# oracle: cpython
# Sizes and padding of native and of fixed formats.
import struct

for f in ("b", "bh", "bi", "bq", "bd", "hb", "bhbi", "3bh", "xh", "2xi", "5sh", "0s", "0i", ""):
    print(f, struct.calcsize("@" + f), struct.calcsize("<" + f), struct.calcsize(">" + f))
print(struct.pack("@bhi", 1, 2, 3), struct.pack("<bhi", 1, 2, 3), struct.pack(">bhi", 1, 2, 3))
print(struct.unpack("@bi", b"\x01\0\0\0\x02\0\0\0"), struct.unpack("!HI", b"\1\2\3\4\5\6"))
