# oracle: hand (what the Unix build of MicroPython 1.29 prints)
# A stream written in Python says that it would block by None or by EAGAIN.
import io
import websocket


class Slow(io.IOBase):
    def __init__(self, result):
        self.result = result

    def readinto(self, buf):
        return self.result

    def write(self, buf):
        return self.result

    def ioctl(self, request, argument):
        return 0


for result in (None, -11, -5):
    for call in (
        lambda: websocket.websocket(Slow(result)).read(3),
        lambda: websocket.websocket(Slow(result)).write(b"ab"),
        lambda: print("text", file=Slow(result), end=""),
    ):
        try:
            print(result, call())
        except OSError as e:
            print(result, repr(e))
