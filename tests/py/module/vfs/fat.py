# oracle: hand
# Checked with MicroPython's Unix port.
import os
import vfs


class Disk:
    SIZE = 512

    def __init__(self, blocks):
        self.data = bytearray(blocks * self.SIZE)

    def readblocks(self, block, buffer):
        start = block * self.SIZE
        buffer[:] = self.data[start : start + len(buffer)]

    def writeblocks(self, block, buffer):
        start = block * self.SIZE
        self.data[start : start + len(buffer)] = buffer

    def ioctl(self, request, argument):
        return {4: len(self.data) // self.SIZE, 5: self.SIZE}.get(request)


def fails(function, *args):
    try:
        print(function(*args))
    except OSError as e:
        print(repr(e))


for blocks in (10, 21, 50, 2000, 9000, 70000):
    disk = Disk(blocks)
    try:
        vfs.VfsFat.mkfs(disk)
        print(blocks, vfs.VfsFat(disk).statvfs("/"))
    except OSError as e:
        print(blocks, repr(e))

disk = Disk(60)
fails(vfs.mount, disk, "/fat")
vfs.mount(vfs.VfsFat(disk), "/fat", mkfs=True)
os.chdir("/fat")
names = ("A.TXT", "small.txt", "Mixed.txt", "a name that is long.text", ".dot", "x.y.z", "caf\xe9")
for name in names:
    with open(name, "w") as f:
        print(f.write(name * 30), end=" ")
print(os.listdir() == list(names), os.stat("MIXED.TXT")[6], os.stat("A NAME THAT IS LONG.TEXT")[6])
for name in ("a:b", "a*", "?", "\x01"):
    fails(open, name, "w")

os.mkdir("dir")
os.mkdir("/fat/dir/inner")
os.rename("small.txt", "dir/inner/moved.txt")
os.rename("dir/inner", "top")
os.chdir("top")
print(os.getcwd(), os.listdir(".."), os.listdir("."), open("../top/moved.txt").read(9))
fails(os.rmdir, "/fat/top")
os.chdir("/fat")
fails(os.rmdir, "top")
fails(os.remove, "top")
fails(os.mkdir, "top")
fails(os.rmdir, "x.y.z")
fails(os.listdir, "none")
fails(os.rename, "none", "other")
fails(open, "top")
fails(open, "x.y.z", "x")
os.rename("x.y.z", "X.Y.Z")
os.rename("X.Y.Z", "A.TXT")
print(os.listdir())

with open("file", "w+b") as f:
    f.write(bytes(range(256)) * 5)
    f.seek(700)
    f.write(b"middle")
    f.seek(-3, 1)
    print(f.read(5), f.tell(), f.seek(0, 2))
with open("file", "ab") as f:
    f.write(b"end")
with open("file", "r+b") as f:
    f.seek(1400)
    print(f.tell())
print(os.stat("file")[6], open("file", "rb").read()[1275:1285])
try:
    open("full", "wb").write(bytes(99999))
except OSError as e:
    print(e.errno, os.statvfs("/")[3] == os.statvfs("/fat")[3])
os.chdir("/")
vfs.umount("/fat")
vfs.mount(disk, "/fat", readonly=True)
print(os.listdir("/fat"))
fails(open, "/fat/new", "w")
