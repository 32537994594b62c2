# oracle: hand (what pycopy-dev 3.6.1 prints)
# What the development variant has beside the standard one.
import framebuf, math, micropython, uio, uos, urandom, ure

print(framebuf.__name__, math.factorial(5), uio.BufferedReader, uio.BufferedWriter)
print(uos.sep, uos.VfsPosix, uos.VfsFat, "sep" in dir(uos))
print(urandom.getrandbits(32), urandom.randrange(10, 20), urandom.choice("abc"))
print(hasattr(micropython, "schedule"), hasattr(micropython, "RingIO"))
m = ure.match("(a)(b)?c", "ac")
print(m.groups(), m.span(), m.start(1), m.end(2), m.span(2))
