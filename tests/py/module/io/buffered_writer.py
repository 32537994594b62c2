# oracle: hand
# BufferedWriter passes on whole blocks; flush passes on the rest.
import io

b = io.BytesIO()
w = io.BufferedWriter(b, 4)
print(w.write(b"abc"), b.getvalue())
print(w.write(b"defghi"), b.getvalue())
w.flush()
print(b.getvalue())
w.flush()
print(w.write("text"), b.getvalue())


class Blocked(io.IOBase):
    def write(self, data):
        return None


w = io.BufferedWriter(Blocked(), 4)
w.write(b"x")
try:
    w.flush()
except OSError as e:
    print(repr(e))
try:
    w.read(1)
except AttributeError as e:
    print(e)
