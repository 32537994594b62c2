# oracle: reference
# A hash can be used until its digest is taken.
import hashlib

h = hashlib.sha256(b"abc")
h.update("def")
h.update(bytearray(b"g"))
print(h.digest())
for action in (h.digest, lambda: h.update(b"x"), lambda: hashlib.sha256(5), lambda: hashlib.sha256(b"", b"")):
    try:
        action()
    except (ValueError, TypeError) as e:
        print(repr(e))
