# oracle: hand (what pycopy 3.6.1 prints)
# Modules have names with u only; those of MicroPython alone are missing.
import gc, math, micropython, pycopy, sys
import uarray, ubinascii, ucollections, uctypes, uerrno, uhashlib, uheapq, uio, ujson
import uos, urandom, ure, uselect, usocket, ustruct, utime, utimeq, uwebsocket, uzlib

print(uos.__name__, utime, ure)
print(pycopy is micropython, pycopy.__name__)
for name in ("os", "time", "re", "deflate", "vfs", "framebuf", "usys", "platform"):
    try:
        __import__(name)
        print(name)
    except ImportError as e:
        print(e)


def has(module, names):
    print(module.__name__, [name for name in names.split() if hasattr(module, name)])


has(math, "e tau inf nan factorial")
has(utime, "time time_ns gmtime mktime localtime clock")
has(uos, "stat getenv putenv sep getcwd urandom")
has(urandom, "getrandbits seed random choice")
has(uio, "FileIO TextIOBase WANT_READ BufferedReader BufferedWriter")
has(micropython, "mem_total mem_reset schedule RingIO")
has(uselect, "poll POLLIN select")
has(usocket, "socket MSG_PEEK")
print(uio.WANT_READ, uio.WANT_WRITE, uio.TextIOWrapper is uio.TextIOBase)
