# oracle: hand
# Pointers have 64 bits.
import uctypes as u

NODE = {"value": u.INT32 | 0}
NODE["next"] = (u.PTR | 8, NODE)
NODE["text"] = (u.PTR | 16, u.UINT8 | 0)

print(u.sizeof({"p": (u.PTR | 0, u.UINT8)}), u.sizeof({"a": u.LONG | 0}), u.sizeof({"a": u.INT | 0}))
first, second = bytearray(24), bytearray(24)
text = b"deep"
RAW = {"value": u.INT32 | 0, "next": u.UINT64 | 8, "text": u.UINT64 | 16}
for i, node in enumerate((first, second)):
    raw = u.struct(u.addressof(node), RAW)
    raw.value = 10 + i
    raw.next = u.addressof(second)
    raw.text = u.addressof(text)
s = u.struct(u.addressof(first), NODE)
print(s.value, s.next[0].value, s.next[0].next[0].value)
print(int(s.next) == u.addressof(second), int(s.next[0].text) == u.addressof(text))
print(bytes(s.text[i] for i in range(4)))
s.next[0].value = -7
print(u.struct(u.addressof(second), NODE).value)
print(str(s)[:15], str(s.next)[:12])
try:
    int(s)
except ValueError:
    print("no pointer")
try:
    u.bytes_at(1 << 50, 1)
except ValueError as e:
    print(e)
print(u.addressof(u.bytearray_at(64, 4)))
