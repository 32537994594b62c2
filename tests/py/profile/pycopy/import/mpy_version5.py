# oracle: hand (what pycopy 3.6.1 prints; it hangs on the cut file and the one of MicroPython)
# Files of version 5 made for Pycopy's own machine are imported, other ones are refused.
import sys
import uio

# def f(a, *b): return a + len(b)
# x = [f(i, *'ab') for i in (1, 2)], 1.5, b'c', ...
MODULE = (
    b'M\x05\x03\x1f \x81\x08\x18\x0c\x00\x06\x08m.pyE\x002\x03\x1d\x02f2'
    b'\x04\x81\x82*\x024\x01#\x00#\x01#\x02*\x04\x16\x02xQc\x03\x02f\x03'
    b'1.5b\x01ceT\xa1\x80\x80@\x0c\x03\x05 \x00\xb0\x12\x00k\x00\xb14'
    b'\x01\xf2c\x00\x00\x02a\x81\x04Q\x0c\x14<listcomp>\x05@'
    b'\x00+\x00\xb0_K\x11\x00\xc1\x12\x07\x00\xb1\x10\x04abS5\x01/\x14B\xec'
    b'\x7fc\x00\x00\x00\x04'
)


def attempt(name, data):
    with open(name + ".mpy", "wb") as f:
        f.write(data)
    try:
        print(name, __import__(name).x)
    except ValueError as e:
        print(name, e)


def changed(at, byte):
    return MODULE[:at] + bytes([byte]) + MODULE[at + 1 :]


sys.path.insert(0, "")
attempt("good", MODULE)
attempt("version_6", changed(1, 6))
attempt("without_caches", changed(2, 2))
attempt("without_unicode", changed(2, 1))
attempt("narrower", changed(3, 63))
attempt("wider", changed(3, 64))
attempt("window", changed(4, 33))
attempt("native", changed(2, 3 | 7 << 2))
attempt("header", MODULE[:4])
attempt("empty", b"")
attempt("of_micropython", changed(MODULE.index(b"\x51\x63"), 0x67))
