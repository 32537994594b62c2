# oracle: cpython
# io.BytesIO.
import io
b = io.BytesIO(b'abcdef')
print(b.read(2), b.read(), b.read(), b.getvalue())
b.seek(2)
b.write(b'XY')
print(b.getvalue(), b.tell())
c = io.BytesIO()
c.write(b'1\n2\n')
c.seek(0)
print(c.readline(), list(c))
d = bytearray(3)
b.seek(0)
print(b.readinto(d), d)
