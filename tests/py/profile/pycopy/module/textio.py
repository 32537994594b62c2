# oracle: hand (what pycopy 3.6.1 prints)
# A stream of bytes as text; the types of open files can be called.
import uio

b = uio.BytesIO()
t = uio.TextIOBase(b)
print(t.write("\u0436x\n"), b.getvalue())
b.seek(0)
print(t.read(1), t.readline(), repr(t.read()))
t.flush()
t.close()
for call in (lambda: t.write("x"), lambda: b.getvalue()):
    try:
        call()
    except ValueError as e:
        print(e)
try:
    uio.TextIOBase(3)
except OSError as e:
    print(e)

with open("textio.tmp", "w") as f:
    f.write("\u0436ort")
kind = type(f)
f = kind("textio.tmp")
print(f.read(2), kind.__name__, uio.FileIO("textio.tmp", "rb").read(2))
f.close()
try:
    kind("missing.tmp")
except OSError as e:
    print(e)
import uos

uos.remove("textio.tmp")
