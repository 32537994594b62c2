# oracle: reference
# A ring of bytes: what does not fit is not written.
import micropython

r = micropython.RingIO(4)
print(r.any(), r.write(b"abc"), r.any(), r.write(b"def"), r.read(2), r.any(), r.write("xyz"), r.read(), r.read(1))
buffer = bytearray(3)
r.write(b"1\n23")
print(r.readline(), r.readinto(buffer), buffer, r.close())
shared = micropython.RingIO(bytearray(5))
print(shared.write(b"0123456"), shared.read())
for bad in (0, -1, 1 << 20, "x"):
    try:
        micropython.RingIO(bad)
    except (ValueError, TypeError) as e:
        print(repr(e))
