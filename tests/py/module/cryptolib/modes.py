# oracle: hand
# Vectors of FIPS 197 and NIST SP 800-38A; the rest was checked with openssl.
from binascii import hexlify, unhexlify
from cryptolib import aes

ECB, CBC, CTR = 1, 2, 6
block = unhexlify("00112233445566778899aabbccddeeff")
for size in (16, 32):
    key = bytes(range(size))
    secret = aes(key, ECB).encrypt(block)
    print(hexlify(secret), aes(key, ECB).decrypt(secret) == block)

key = unhexlify("2b7e151628aed2a6abf7158809cf4f3c")
text = unhexlify("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
start = bytes(range(16))
cipher = aes(key, CBC, start)
secret = cipher.encrypt(text[:16]) + cipher.encrypt(text[16:])
print(hexlify(secret))
cipher = aes(key, CBC, start)
print(cipher.decrypt(secret[:16]) + cipher.decrypt(secret[16:]) == text)

start = unhexlify("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
print(hexlify(aes(key, CTR, start).encrypt(text)))
cipher = aes(key, CTR, b"\xff" * 16)
parts = b"".join(cipher.encrypt(bytes(n)) for n in (1, 20, 0, 11, 16))
print(hexlify(parts))
print(aes(key, CTR, b"\xff" * 16).decrypt(parts) == bytes(48))

# in place, and into a larger buffer
buffer = bytearray(text) + b"end"
view = memoryview(buffer)
print(aes(key, ECB).encrypt(view[:32], view) is view, hexlify(buffer))


def fails(function, *args):
    try:
        function(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


fails(aes, key)
fails(aes, key, 3)
fails(aes, key[1:], ECB)
fails(aes, key, CBC)
fails(aes, key, CTR, None)
fails(aes, key, CBC, b"short")
fails(aes, "sixteen letters!", 1, b"short")
cipher = aes(key, ECB)
fails(cipher.encrypt, b"123")
fails(cipher.encrypt, text, bytearray(16))
fails(cipher.encrypt, text, bytes(32))
cipher.encrypt(b"")
fails(cipher.decrypt, text)
