# oracle: reference
import uctypes as u

LAYOUT = {
    "kind": u.UINT8 | 0,
    "step": u.INT8 | 1,
    "port": u.UINT16 | 2,
    "low": u.BFUINT16 | 2 | 0 << u.BF_POS | 5 << u.BF_LEN,
    "high": u.BFUINT16 | 2 | 5 << u.BF_POS | 11 << u.BF_LEN,
    "gain": u.FLOAT32 | 4,
    "big": u.UINT64 | 8,
    "signed": u.INT64 | 8,
    "raw": (u.ARRAY | 16, u.UINT8 | 4),
    "list": (u.ARRAY | 16, u.INT16 | 2),
    "pos": (20, {"x": u.INT16 | 0, "y": u.INT16 | 2}),
    "pairs": (u.ARRAY | 20, 2, {"a": u.UINT8 | 0, "b": u.INT8 | 1}),
    "ratio": u.FLOAT64 | 24,
    "last": u.INT32 | 32,
}

data = bytearray(range(200, 240))
for order in (u.NATIVE, u.LITTLE_ENDIAN, u.BIG_ENDIAN):
    s = u.struct(u.addressof(data), LAYOUT, order)
    print(order, u.sizeof(s), u.sizeof(LAYOUT, order), len(bytes(s)))
    print(s.kind, s.step, s.port, s.low, s.high, s.gain, s.big, s.signed)
    print(s.raw, [s.list[i] for i in range(2)], s.pos.x, s.pos.y, s.last)
    print([(s.pairs[i].a, s.pairs[i].b) for i in range(2)])
    s.kind = 0x1FF
    s.step = -2
    s.port = 70000
    s.gain = 1.5
    s.ratio = -2.25
    s.signed = -3
    s.list[1] = -1
    s.pos.y = 513
    s.pairs[0].b = -128
    s.last = 1 << 40 | 5
    s.raw[0] = 7
    print(bytes(data))
    s.low = 33
    s.high = 0x123
    print(s.kind, s.low, s.high, s.port, s.gain, s.ratio, s.big, s.pos.y, s.last)
    for i in range(len(data)):
        data[i] = 200 + i
