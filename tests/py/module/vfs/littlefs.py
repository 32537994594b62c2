# oracle: hand
# Checked with MicroPython's Unix port.
import os
import vfs


class Disk:
    SIZE = 256

    def __init__(self, blocks):
        self.data = bytearray(b"\xff" * blocks * self.SIZE)

    def readblocks(self, block, buffer, offset=0):
        start = block * self.SIZE + offset
        buffer[:] = self.data[start : start + len(buffer)]

    def writeblocks(self, block, buffer, offset):
        start = block * self.SIZE + offset
        self.data[start : start + len(buffer)] = buffer

    def ioctl(self, request, argument):
        if request == 4:
            return len(self.data) // self.SIZE
        if request == 5:
            return self.SIZE
        if request == 6:
            self.data[argument * self.SIZE : (argument + 1) * self.SIZE] = b"\xff" * self.SIZE
        return 0


def fails(function, *args):
    try:
        print(function(*args))
    except OSError as e:
        print(repr(e))


def test(kind):
    print(kind)
    disk = Disk(60)
    fails(kind, disk)
    kind.mkfs(disk)
    fs = kind(disk)
    print(fs.statvfs("/")[:5], fs.getcwd(), list(fs.ilistdir()))
    for name in ("b", "ab", "a", "\xe9t\xe9", "longer name.txt"):
        with fs.open(name, "w") as f:
            f.write(name * 3)
    print(list(fs.ilistdir("/")))
    with fs.open("big", "wb") as f:
        for i in range(30):
            f.write(bytes([i]) * 101)
    with fs.open("big", "r+b") as f:
        f.seek(1000)
        f.write(b"patch")
        f.seek(-2, 2)
        print(f.read(), f.tell(), f.seek(0))
        print(f.read(4), f.seek(998), f.read(9))
    with fs.open("big", "ab") as f:
        f.write(b"end")
    with fs.open("big", "rb") as f:
        print(sum(f.read()), fs.stat("/big")[:7])

    fs.mkdir("dir")
    fs.mkdir("/dir/sub")
    for i in range(12):
        fs.open("dir/file%d" % i, "w").close()
    print(sorted(e[0] for e in fs.ilistdir("dir")))
    fs.rename("big", "dir/sub/moved")
    fs.rename("dir/sub", "top")
    fs.chdir("top")
    print(fs.getcwd(), list(fs.ilistdir()), len(fs.open("moved", "rb").read()))
    fs.rename("moved", "/b")
    fs.chdir("/")
    print(fs.stat("b")[6])
    for i in range(12):
        fs.remove("dir/file%d" % i)
    fs.rmdir("dir")
    for path in ("none", "a/x", "/none/x"):
        fails(fs.stat, path)
        fails(fs.open, path, "r")
        fails(fs.remove, path)
    fs.mkdir("full")
    fs.open("full/x", "w").close()
    fails(fs.rmdir, "full")
    fails(fs.mkdir, "full")
    fails(fs.mkdir, "/")
    fails(fs.open, "full", "r")
    fails(fs.open, "a", "x")
    fails(fs.rename, "none", "other")
    fails(fs.rename, "a", "full")
    fails(fs.chdir, "a")
    fails(fs.ilistdir, "a")
    if kind is vfs.VfsLfs2:
        fails(fs.open, "n" * 256, "w")
    fs.rename("top", "renamed")
    fs.remove("renamed")
    try:
        with fs.open("huge", "w") as f:
            f.write("x" * 20000)
    except OSError as e:
        print(repr(e))
    print(sorted(e[:2] for e in kind(disk).ilistdir()))
    vfs.mount(disk, "/lfs")
    print(os.listdir("/lfs/full"), open("/lfs/a").read())
    vfs.umount("/lfs")


test(vfs.VfsLfs1)
test(vfs.VfsLfs2)
