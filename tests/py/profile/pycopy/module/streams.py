# oracle: hand (what pycopy 3.6.1 prints)
# Streams take parts of buffers, lines with other ends, and single binary values.
import uio

s = uio.BytesIO(b"one;two\nthree")
print(s.readline(-1, b";"), s.readline(2), s.readline(), s.readline(10, "e"))
t = uio.StringIO("a\u0436\U0001f600b\n\u0436")
print(t.readline(2), t.readline(1) == "\U0001f600", t.readline(), t.readline(9))

s = uio.BytesIO()
print(s.write(b"abcdef", 2), s.write(b"abcdef", 3, 2), s.write(b"abc", 9, 9))
print(s.getvalue())
s += b"xyz"
s += bytearray(b"!")
print(s.getvalue())

s = uio.BytesIO()
print(s.writebin("<H", 513), s.writebin("B", 7), s.writebin(">i", -2))
s.seek(0)
print(s.readbin("<H"), s.readbin("B"), s.readbin(">i"))
for format in ("B", "BB", ""):
    try:
        print(s.readbin(format))
    except (EOFError, ValueError) as e:
        print(repr(e))
for format in ("HH", "Hx"):
    try:
        uio.BytesIO().writebin(format, 1)
    except ValueError as e:
        print(repr(e))

s.seek(0)
print(s.truncate(), s.getvalue(), s.truncate(0))
s.write(b"12")
try:
    s.truncate()
except NotImplementedError as e:
    print(repr(e))
