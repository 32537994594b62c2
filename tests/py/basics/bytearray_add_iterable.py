# oracle: reference
# += of a bytearray takes what extend() takes; + only takes buffers.
b = bytearray(b"x")
b += [1, 2]
b += (c for c in b"yz")
b += b"!"
b += ""
print(b)
for text in ("b += 5", "b += ['a']", "b = b + [1]"):
    try:
        exec(text)
    except TypeError as e:
        print(text, e)
print(b)
