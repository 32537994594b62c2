# oracle: reference
# Which calls the stream behind sees.
import deflate
import io


class Log(io.IOBase):
    def __init__(self, data=b"", fails=100):
        self.data = data
        self.left = fails

    def answer(self, value):
        self.left -= 1
        return value if self.left >= 0 else -5

    def write(self, buffer):
        print("write", bytes(buffer))
        return self.answer(len(buffer))

    def readinto(self, buffer):
        n = min(len(self.data), len(buffer))
        print("readinto", len(buffer), n)
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return self.answer(n)

    def ioctl(self, request, argument):
        print("ioctl", request, argument)
        return 0


for format in (deflate.RAW, deflate.ZLIB, deflate.GZIP):
    stream = deflate.DeflateIO(Log(), format, 9, True)
    print(stream.write(b"pykopi pykopi"))
    stream.close()
    for fails in (0, 2, 4):
        try:
            with deflate.DeflateIO(Log(fails=fails), format) as stream:
                stream.write(b"ab")
        except OSError as e:
            print(repr(e))

stream = deflate.DeflateIO(Log(b"\x01\x02\x00\xfd\xffok"), deflate.RAW)
print(stream.read(1))
print(stream.read(1))
print(stream.read(1))
try:
    deflate.DeflateIO(Log(b"x\x9c", 1)).read()
except OSError as e:
    print(repr(e))
