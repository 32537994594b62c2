# oracle: reference
# What reaches a file system written in Python.
import os
import vfs


class Files:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, attr):
        if attr not in ("mkdir", "rmdir", "remove", "rename", "stat", "statvfs", "open", "umount"):
            raise AttributeError(attr)

        def method(*args):
            print(self.name, attr, args)
            return (attr,)

        return method

    def mount(self, readonly, mkfs):
        print(self.name, "mount", readonly, mkfs)

    def chdir(self, path):
        print(self.name, "chdir", path)
        if path.endswith("no"):
            raise OSError(2)
        self.path = path

    def getcwd(self):
        return self.path

    def ilistdir(self, path):
        print(self.name, "ilistdir", path)
        return iter([(type(path)("x", "ascii") if type(path) is bytes else "x", 0x8000, 0)])

    def __repr__(self):
        return self.name


def fails(function, *args):
    try:
        print(function(*args))
    except OSError as e:
        print(repr(e))


start = os.getcwd()
one, two = Files("one"), Files("two")
vfs.mount(one, "/one")
vfs.mount(two, "/two", readonly=True, mkfs=1)
fails(vfs.mount, Files("inner"), "/one/inner")
print([m for m in vfs.mount() if type(m[0]) is Files])
fails(vfs.mount, Files("three"), "/one")
print("one" in os.listdir("/"), [e for e in os.ilistdir("/") if e[0] == "one"])
print(b"one" in set(os.listdir(b"/")), os.listdir("/one"), os.listdir(b"/one/"))
os.chdir("/one")
print(os.getcwd())
print(os.listdir(), os.stat("a"), os.stat("/one/b/c"), os.statvfs("/one"))
os.chdir("sub")
print(os.getcwd())
os.mkdir("d")
os.mkdir("/one/e")
fails(os.mkdir, "/one")
fails(os.mkdir, "/")
os.remove("f")
os.rmdir("/one/g")
os.rename("h", "/one/i")
fails(os.rename, "h", start + "/h")
print(open("j"), open("/one/k", "wb"))
fails(os.chdir, "no")
print(os.getcwd())
fails(os.remove, "/")
os.chdir("/")
print(os.getcwd(), os.stat("/")[0], os.stat("/")[6:])
os.chdir("one")
vfs.umount("/two")
vfs.umount(one)
print(os.getcwd())
os.chdir(start)
fails(vfs.umount, "/one")
