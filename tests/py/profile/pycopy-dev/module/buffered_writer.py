# oracle: hand (what pycopy-dev 3.6.1 prints)
# uio.BufferedWriter collects until its buffer is full, or until flush().
import uio


class Sink(uio.IOBase):
    def write(self, data):
        print("->", bytes(data))
        return len(data)


w = uio.BufferedWriter(Sink(), 4)
for data in (b"ab", b"c", b"def", b"", b"0123456789"):
    print(data, w.write(data))
print(w.flush())
print(w.flush())
w.write("te")
w.flush()
try:
    w.read(1)
except (OSError, AttributeError) as e:
    print(repr(e))
