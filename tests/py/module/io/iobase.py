# oracle: reference
# Streams written in Python: print, json and other built-in code read and write them.
import io
import json


class Writer(io.IOBase):
    def __init__(self):
        self.parts = []

    def write(self, data):
        self.parts.append(bytes(data))
        return len(data)


w = Writer()
print("a", 1, sep="-", end="!", file=w)
print(w.parts)
w = Writer()
json.dump({"k": [None, True]}, w)
print(b"".join(w.parts))


class Reader(io.IOBase):
    def __init__(self, data):
        self.data = data

    def readinto(self, buffer):
        n = min(len(buffer), len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n


print(json.load(Reader(b'[1, {"a": "b"}]')))


class Broken(io.IOBase):
    def write(self, data):
        return -5

    def readinto(self, buffer):
        return None


for action in (lambda: print("x", file=Broken()), lambda: json.load(Broken())):
    try:
        action()
    except OSError as e:
        print(repr(e))
try:
    print("x", file=5)
except OSError as e:
    print(repr(e))
