# oracle: hand (what pycopy 3.6.1 prints)
# A BytesIO is a target of readinto: from its position as far as it has room.
import uio

source = uio.BytesIO(b"0123456789")
target = uio.BytesIO(4)
print(source.readinto(target), target.getvalue())
print(source.readinto(target), target.getvalue())
target.seek(1)
print(source.readinto(target, 2), target.getvalue(), target.write(b"z"), target.getvalue())

target = uio.BytesIO(10)
target.write(b"abc")
print(source.readinto(target), target.getvalue())
print(source.readinto(target), target.getvalue())

for wrong in (uio.BytesIO(b"bytes"), uio.StringIO(), b"bytes"):
    try:
        print(source.readinto(wrong))
    except TypeError as e:
        print(e)
