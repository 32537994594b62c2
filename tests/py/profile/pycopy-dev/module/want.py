# oracle: hand (what pycopy-dev 3.6.1 prints)
# What reading and writing give when nothing can be done now: None, or what has to come first.
import uio
import uwebsocket


class Slow(uio.IOBase):
    def __init__(self, result):
        self.result = result

    def readinto(self, buf):
        return self.result

    def write(self, buf):
        return self.result

    def ioctl(self, request, argument):
        return 0


for result in (None, -11, -1234, -1235, -5):
    for call in (
        lambda: uio.BufferedReader(Slow(result), 4).read(3),
        lambda: uwebsocket.websocket(Slow(result)).write(b"ab"),
    ):
        try:
            print(result, call())
        except OSError as e:
            print(result, repr(e))
print(uio.WANT_READ, uio.WANT_WRITE)
