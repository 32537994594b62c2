# oracle: hand (what pycopy-dev 3.6.1 prints)
# sys.stdin, sys.stdout can be replaced by streams, and by nothing else.
import sys
import uio

screen = sys.stdout
keys = sys.stdin


def captured(action):
    sys.stdout = uio.StringIO()
    try:
        action()
        return sys.stdout.getvalue()
    finally:
        sys.stdout = screen


print(repr(captured(lambda: print("one", 2))))
print(repr(captured(lambda: sys.stdout.write("three"))))
print(repr(captured(lambda: exec("print('four')"))))

sys.stdin = uio.StringIO("name\nrest")
print(repr(sys.stdin.readline()), repr(sys.stdin.read()))
sys.stdin = keys
print(sys.stdin is keys)


class Upper(uio.IOBase):
    def write(self, data):
        screen.write(bytes(data).decode().upper())
        return len(data)


sys.stdout = Upper()
print("through a class")
sys.stdout = screen
for other in (None, 3, "text", []):
    try:
        sys.stdout = other
        print("lost")
    except OSError as e:
        print(repr(e))
    finally:
        sys.stdout = screen
