# oracle: hand
# Frames of a WebSocket: lengths, masks, continuation, control frames, errors.
import io
import websocket


def reader(data):
    return websocket.websocket(io.BytesIO(data))


def attempt(f, *args):
    try:
        print(f(*args))
    except OSError as e:
        print(repr(e))


w = reader(b"\x81\x02ab\x82\x81\x01\x02\x03\x04b\x00\x00\x80\x01c")
print(w.read(2), w.ioctl(8), w.read(1), w.ioctl(8), w.read(1), w.ioctl(8), w.read(1))
print(reader(b"\x81\x7e\x00\x03abc").read(2), reader(b"\x81\xfe\x00\x02\1\2\3\4``").read(5))
print(reader(b"\x89\x01p\x8a\x00\x81\x04line").read(4), reader(b"\x81\x05a\nb\nc").readline())
b = bytearray(4)
print(reader(b"\x01\x02ab\x80\x03cde").readinto(b), b)
attempt(reader(b"\x81\x7f" + bytes(8)).read, 1)
print(reader(b"").read(1), reader(b"\x81").read(1), reader(b"\x81\x05ab").read(5))

for size in (0, 1, 125, 126, 300):
    s = io.BytesIO()
    w = websocket.websocket(s)
    print(w.write(b"x" * size), s.getvalue()[:5], len(s.getvalue()))
attempt(websocket.websocket(io.BytesIO()).write, bytes(65536))
s = io.BytesIO()
w = websocket.websocket(s)
print(w.ioctl(9, 2), w.write("binary"), w.ioctl(9, 1), w.write("text"), s.getvalue())
attempt(w.ioctl, 77)
s = io.BytesIO(b"\x88\x00")
print(websocket.websocket(s).read(1), s.getvalue())
for args in ((), (5,), (s, True, 1)):
    try:
        websocket.websocket(*args)
    except (TypeError, OSError) as e:
        print(type(e))
