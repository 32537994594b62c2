# oracle: cpython-only
# Lengths around the size of a block, and data in pieces.
import hashlib

for name in ("sha256", "sha1", "md5"):
    for n in (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000):
        h = getattr(hashlib, name)(b"a" * n)
        print(name, n, h.digest()[:6])
h = hashlib.sha256()
for i in range(256):
    h.update(bytes([i]) * i)
print(h.digest())
