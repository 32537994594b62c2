# oracle: hand (what pycopy 3.6.1 prints)
# Offsets that are worked out, unions, addresses of fields, pointers that can be set.
import uctypes
from ucollections import OrderedDict

OFFSET = (1 << 17) - 1


def layout():
    return OrderedDict(
        (
            ("a", uctypes.UINT8),
            ("b", uctypes.UINT32),
            ("c", uctypes.UINT16 | uctypes.PREV_OFFSET),
            ("d", (uctypes.ARRAY, uctypes.UINT16 | 3)),
            ("e", (0, OrderedDict((("x", uctypes.INT8), ("y", uctypes.INT64))))),
            ("f", (uctypes.PTR, uctypes.UINT8)),
            ("g", uctypes.BFUINT16 | 3 << uctypes.BF_POS | 5 << uctypes.BF_LEN),
        )
    )


for order in (uctypes.NATIVE, uctypes.LITTLE_ENDIAN):
    fields = layout()
    print(uctypes.calc_offsets(fields, order), uctypes.sizeof(fields, order))
    print([(v[0] if isinstance(v, tuple) else v) & OFFSET for v in fields.values()])
    print([v & OFFSET for v in fields["e"][1].values()])
print(uctypes.calc_offsets(OrderedDict()))
try:
    uctypes.calc_offsets({})
except TypeError as e:
    print(repr(e))

data = bytearray(uctypes.sizeof(fields, order))
start = uctypes.addressof(data)
s = uctypes.struct(start, fields, order)
print([uctypes.addressof(s, name) - start for name in "abcdef"], s.e.y)
text = b"text\0more"
s.f = uctypes.addressof(text)
print(int(s.f) == uctypes.addressof(text), s.f[0], bytes(s.f))
t = uctypes.struct(start, fields, order)
t.f = s.f
print(chr(t.f[1]), uctypes.bytes_at(uctypes.addressof(text)), uctypes.bytes_at(int(t.f) + 1, 2))
for call in (lambda: uctypes.addressof(data, "a"), lambda: setattr(s, "e", 1)):
    try:
        call()
    except TypeError as e:
        print(repr(e))
