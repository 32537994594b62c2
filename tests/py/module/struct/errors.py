# oracle: cpython
# Too little data, and formats that do not exist.
import struct
for f in (lambda: struct.unpack('<I', b'abc'), lambda: struct.pack_into('<I', bytearray(3), 0, 1),
          lambda: struct.unpack_from('<H', b'abc', 2)):
    try:
        print(f())
    except Exception as e:
        print('error')
