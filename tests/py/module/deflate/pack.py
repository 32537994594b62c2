# oracle: reference
import binascii
import deflate
import io


def pack(data, *args, chunk=100000):
    target = io.BytesIO()
    with deflate.DeflateIO(target, *args) as stream:
        for i in range(0, len(data), chunk):
            stream.write(data[i : i + chunk])
    return target.getvalue()


texts = (
    b"",
    b"x",
    b"tea and coffee and tea and coffee",
    b"ab" * 400,
    b"z" * 259 + b"y" + b"z" * 260,
    bytes(range(256)),
    bytes(i * i // 7 & 0xFF for i in range(900)) * 2,
)
for text in texts:
    for format in (deflate.AUTO, deflate.RAW, deflate.ZLIB, deflate.GZIP):
        packed = pack(text, format)
        print(len(packed), packed if len(packed) < 40 else binascii.crc32(packed))

# a larger window finds more; no match goes beyond one write
for bits in (5, 7, 9, 10, 12, 15):
    for chunk in (1, 33, 5000):
        packed = pack(texts[-1], deflate.ZLIB, bits, chunk=chunk)
        again = deflate.DeflateIO(io.BytesIO(packed)).read()
        print(bits, chunk, len(packed), binascii.crc32(packed), again == texts[-1])

for args in ((4,), (-1,), (1, 4), (1, 16), (1, 2, 3, 4)):
    try:
        deflate.DeflateIO(io.BytesIO(), *args)
    except (ValueError, TypeError) as e:
        print(e)
