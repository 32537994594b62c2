# oracle: cpython
# Hex, base 64 and CRC.
import binascii
print(binascii.hexlify(b'\x00\xffabc'), binascii.unhexlify(b'00ff616263'), binascii.hexlify(b'\x01\x02\x03', ':'))
print(binascii.b2a_base64(b'hello world'), binascii.a2b_base64(b'aGVsbG8gd29ybGQ='), binascii.b2a_base64(b''))
for n in range(5):
    x = bytes(range(n))
    print(binascii.b2a_base64(x), binascii.a2b_base64(binascii.b2a_base64(x)) == x)
print(binascii.crc32(b'123456789'), binascii.crc32(b'6789', binascii.crc32(b'12345')))
for f in (lambda: binascii.unhexlify(b'abc'), lambda: binascii.unhexlify(b'zz')):
    try:
        f()
    except ValueError:
        print('ValueError')
