# oracle: reference
import uctypes as u

data = bytearray(16)
at = u.addressof(data)


def fails(function, *args):
    try:
        print(function(*args))
    except (TypeError, KeyError, IndexError) as e:
        print(type(e).__name__, e)


def store(s, name, value):
    setattr(s, name, value)


s = u.struct(at, {"a": u.UINT8, "b": (u.ARRAY | 0, u.UINT16 | 3), "c": "x"})
fails(lambda: s.missing)
fails(lambda: s.c)
fails(store, s, "b", 1)
fails(store, s, "missing", 1)
fails(lambda: s[0])
fails(lambda: s.b.a)
fails(lambda: s.b[3])
fails(u.struct, at)
fails(u.struct, "at", {})
fails(u.sizeof, 5)
fails(u.sizeof, [])
fails(u.sizeof, {"a": (1,)})
fails(u.sizeof, {"a": (u.ARRAY, 1, 2, 3)})
fails(u.sizeof, {"a": None})
fails(u.sizeof, s, u.NATIVE)
fails(u.addressof, 3)
fails(hash, s)
fails(len, s)
del s.a
print(s.a)
for order in (u.NATIVE, u.LITTLE_ENDIAN):
    print(u.sizeof({}, order), u.sizeof({"a": u.UINT32 | 0, "b": u.UINT8 | 8}, order))
    print(u.sizeof({"f": u.BFUINT8 | 3 | 1 << u.BF_POS | 2 << u.BF_LEN}, order))
    print(u.sizeof((u.ARRAY | 0, 3, {"a": u.UINT16 | 0, "b": u.UINT8 | 2}), order))
print(u.sizeof(data))
for name in sorted(dir(u)):
    if name.isupper() and "LONG" not in name:
        print(name, getattr(u, name))
