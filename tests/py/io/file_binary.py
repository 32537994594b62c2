# oracle: cpython
# Binary files: read, write, seek, tell.
with open('b.bin', 'wb') as f:
    print(f.write(bytes(range(10))), f.write(bytearray(b'xyz')))
with open('b.bin', 'rb') as f:
    print(f.read(4), f.tell(), f.seek(-2, 2), f.read(), f.seek(1), f.read(1), f.seek(2, 1), f.read(2))
    b = bytearray(4)
    f.seek(0)
    print(f.readinto(b), b)
with open('b.bin', 'r+b') as f:
    f.seek(3)
    f.write(b'!!')
with open('b.bin', 'rb') as f:
    print(f.read())
