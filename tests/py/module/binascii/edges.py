# oracle: hand
# Separators, space, padding and broken input.
import binascii


def attempt(action, *args, **kw):
    try:
        return action(*args, **kw)
    except (ValueError, TypeError) as e:
        return repr(e)


print(binascii.hexlify(b"abc", ":"), binascii.hexlify(b"", ":"), binascii.hexlify("abc"))
print(binascii.unhexlify("616B"), binascii.unhexlify(b" 61 62\n"), attempt(binascii.unhexlify, "616"), attempt(binascii.unhexlify, "6g"))
print(binascii.a2b_base64("YWI="), binascii.a2b_base64(b"Y W\nI=!"), attempt(binascii.a2b_base64, b"YWI"))
print(binascii.b2a_base64(b"abcd"), binascii.b2a_base64(b"ab", newline=False), binascii.b2a_base64(b""))
print(attempt(binascii.b2a_base64), attempt(binascii.b2a_base64, b"a", pad=1), attempt(binascii.hexlify, 5))
print(binascii.crc32(b"abc"), binascii.crc32(b"c", binascii.crc32(b"ab")), binascii.crc32(b""))
data = bytes(range(256))
print(binascii.a2b_base64(binascii.b2a_base64(data)) == data, binascii.unhexlify(binascii.hexlify(data)) == data)
