# oracle: reference
# Streams in memory: positions, holes, closing, capacities.
import io


def attempt(action):
    try:
        return action()
    except (ValueError, OSError, TypeError, AttributeError) as e:
        return repr(e)


b = io.BytesIO(b"0123456789")
print(b.seek(3), b.read(2), b.tell(), b.seek(-2, 2), b.read(), b.seek(-5, 1), b.read(1))
print(b.seek(12), b.write(b"x"), b.getvalue())
print(attempt(lambda: b.seek(-1)), attempt(lambda: b.seek(-100, 1)))
print(b.readinto(bytearray(3)), b.tell(), b.read(0))
buffer = bytearray(4)
print(b.readinto(buffer, 2), buffer)
b.seek(0)
print(b.write(b"abcdef", 3), b.write(b"abcdef", 2, 2), b.getvalue())
print(io.BytesIO(5).getvalue(), io.StringIO(5).getvalue() == "", io.BytesIO("text").read())
s = io.StringIO()
print(s.write("ab"), s.write(b"cd"), s.getvalue(), s.flush())
with s:
    pass
print(attempt(s.getvalue), attempt(s.read), attempt(lambda: s.write("x")))
print(attempt(lambda: io.StringIO(1.5)), attempt(lambda: io.BytesIO(b"").foo))
print([line for line in io.BytesIO(b"a\n\nb")])
print(io.StringIO("abc\ndef").readline(2), attempt(lambda: io.StringIO("x").read("y")))
