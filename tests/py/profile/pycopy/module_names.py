# oracle: hand (what pycopy 3.6.1 prints)
# Built-in modules have a u in front; the plain names are left to packages.
import micropython
import pycopy
import utime

print(utime.__name__, pycopy is micropython, pycopy, utime)
for name in ("time", "re", "weakref", "marshal", "framebuf", "vfs", "asyncio", "zlib"):
    try:
        print(__import__(name))
    except ImportError as e:
        print(e)
for name in ("uos", "ure", "uio", "ucollections", "ustruct", "urandom", "umachine", "math", "gc"):
    print(__import__(name))
