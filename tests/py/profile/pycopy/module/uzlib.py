# oracle: hand (what pycopy 3.6.1 prints)
# Unpacking in one piece and as a stream that can be given another one.
import uio
import uzlib

ZLIB = b"\x18\x95\xcbH\xcd\xc9\xc9\xcf\x00\x11\x00\x16\xbc\x04)"
GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd\xc9\xc9\xcf\x00\x11\x00h\x97\x8c\xf5\n\x00\x00\x00"
RAW = ZLIB[2:-4]
print(uzlib.decompress(ZLIB), uzlib.decompress(RAW, -8))
for wrong in (b"", ZLIB[:4], RAW, ZLIB[:-1] + b"?"):
    try:
        uzlib.decompress(wrong)
    except ValueError as e:
        print(e.args)

print(uzlib.DecompIO(uio.BytesIO(ZLIB)).read())
print(uzlib.DecompIO(uio.BytesIO(RAW), -8).read(3))
s = uzlib.DecompIO(uio.BytesIO(GZIP), 25)
print(s.read(2), s.read(), s.read(), s.init(uio.BytesIO(GZIP)), s.readline())
window = bytearray(512)
print(uzlib.DecompIO(uio.BytesIO(ZLIB), 0, window).read(), window[:10])
for args in ((uio.BytesIO(b"no header"),), (uio.BytesIO(ZLIB), 0, bytearray(9)), (uio.BytesIO(),)):
    try:
        uzlib.DecompIO(*args)
    except (ValueError, EOFError) as e:
        print(repr(e))
try:
    uzlib.DecompIO(uio.BytesIO(ZLIB[:-1] + b"?")).read()
except OSError as e:
    print(repr(e))
