# oracle: reference
import zlib

text = b"one two one two three one two three four " * 20
for bits in (15, 9, 5, -15, -8, 25, 31):
    packed = zlib.compress(text, bits)
    print(bits, len(packed), packed[:4], zlib.decompress(packed, bits) == text)
packed = zlib.compress(text)
print(zlib.decompress(packed, 0) == text, zlib.decompress(packed, 47) == text)
print(zlib.decompress(zlib.compress(text, 31), 47) == text)
print(zlib.compress(b""))

for bits in (0, 4, 16, 32, 47, -4, -16, 100):
    try:
        zlib.compress(text, bits)
    except ValueError as e:
        print(bits, e)
for bits in (4, 16, 32, 34, 48, -16):
    try:
        zlib.decompress(packed, bits)
    except ValueError as e:
        print(bits, e)
try:
    zlib.decompress(packed, 31)
except OSError as e:
    print(e)
