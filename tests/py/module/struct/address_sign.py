# oracle: hand
# An address is a number without sign. Made with the Unix port.
import struct

print(struct.unpack("P", struct.pack("P", -1)), struct.unpack(">P", struct.pack(">P", 5)), struct.calcsize("bP"))
