# oracle: hand
# Checked with MicroPython's Unix port.
import os
import vfs


def number(n):
    out = bytes([n & 127])
    while n > 127:
        n >>= 7
        out = bytes([n & 127 | 128]) + out
    return out


def record(kind, content):
    return number(kind) + number(len(content)) + content


def named(kind, name, content):
    return record(kind, number(len(name)) + name + content)


rom = record(
    0x14A6B1,
    record(2, b"shared")
    + named(5, b"a.txt", record(2, b"one\ntwo\n"))
    + record(1, b"padding")
    + named(4, b"lib", named(5, b"m.py", record(1, b"") + record(2, b"x = 5")) + named(4, b"e", b""))
    + named(5, b"p", record(3, number(6) + number(2))),
)
files = vfs.VfsRom(rom)
print(list(files.ilistdir("")), list(files.ilistdir(b"/lib")))
print(files.stat("lib/m.py"), files.stat("/")[6] == len(rom) - 5, files.getcwd())
print(files.statvfs("")[0:3], files.statvfs("")[9])
with files.open("/a.txt", "r") as f:
    print(f.readlines(), f.seek(-2, 1), f.read(), f.seek(100))
with files.open("p", "rb") as f:
    print(bytes(memoryview(f)), f.read(3), f.tell())


def fails(function, *args):
    try:
        print(function(*args))
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)


fails(files.open, "a.txt", "w")
fails(files.open, "lib", "r")
fails(files.open, "none", "r")
fails(files.stat, "lib/none")
fails(files.stat, "a.txt/x")
fails(files.ilistdir, "a.txt")
fails(files.chdir, "/lib")
fails(files.mount, True, True)
fails(vfs.VfsRom, b"not a rom")
fails(vfs.VfsRom, rom[:-1])
fails(vfs.VfsRom, 1)

vfs.mount(files, "/rom")
print(os.listdir("/rom"), open("/rom/p").read())
import sys

sys.path.append("/rom/lib")
import m

print(m.x, m.__file__)
