# oracle: hand (what pycopy-dev 3.6.1 prints)
# A reader that asks the stream below for whole blocks.
import uio


class Source(uio.IOBase):
    def __init__(self):
        self.left = 20

    def readinto(self, buf):
        n = min(len(buf), self.left)
        print("asked for", len(buf))
        for i in range(n):
            buf[i] = 65 + self.left - i
        self.left -= n
        return n


r = uio.BufferedReader(Source(), 8)
print(r.read(3))
print(r.read(4))
print(r.read(6))
print(r.read())
print(r.read(), r.read(1))
