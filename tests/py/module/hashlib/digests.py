# oracle: cpython-only
# SHA-256, SHA-1 and MD5 of short and long data.
import hashlib
import binascii
for name in ('sha256', 'sha1', 'md5'):
    f = getattr(hashlib, name)
    for data in (b'', b'abc', b'x' * 1000):
        print(name, len(data), binascii.hexlify(f(data).digest()))
    h = f()
    h.update(b'a')
    h.update(bytearray(b'bc'))
    print(h.digest() == f(b'abc').digest())
