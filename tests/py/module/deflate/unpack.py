# oracle: reference
import deflate
import io

ZLIB = b"x\xda\xcbH\xcd\xc9\xc9W\xc8 L\x02\x00@\xe1\x0fM"
STORED = b"\x01\x05\x00\xfa\xffhello"


def unpack(data, *args):
    try:
        print(deflate.DeflateIO(io.BytesIO(data), *args).read())
    except (OSError, EOFError, ValueError) as e:
        print(repr(e))


unpack(ZLIB)
unpack(ZLIB, deflate.ZLIB)
unpack(ZLIB, deflate.GZIP)
unpack(ZLIB[2:], deflate.RAW)
unpack(ZLIB[:-1])
unpack(ZLIB[:-1] + b"\0")
unpack(ZLIB[:9])
unpack(b"")
unpack(b"x\xdb")
unpack(b"\x1f\x8b\x07")
unpack(STORED, deflate.RAW)
unpack(STORED[:-1], deflate.RAW)
unpack(b"\x01\x05\x00\xf9\xffhello", deflate.RAW)
unpack(b"\x07", deflate.RAW)
# several blocks, then bytes behind the end
unpack(b"\x00" + STORED[1:] + STORED + b"rest", deflate.RAW)

source = io.BytesIO(ZLIB + b"more")
stream = deflate.DeflateIO(source)
print(source.tell())
for size in (1, 4, 30, 5, 1):
    print(stream.read(size), source.tell())
buffer = bytearray(4)
print(stream.readinto(buffer), buffer)
print(source.read())

stream = deflate.DeflateIO(io.BytesIO(STORED), deflate.RAW)
print(stream.readline())
stream.close()
stream.close()
try:
    stream.read()
except OSError as e:
    print(e)
try:
    deflate.DeflateIO(7).read()
except OSError as e:
    print(e)
