# oracle: hand (what pycopy 3.6.1 prints)
# What the standard build does not have, and messages of its own.
import builtins
import micropython


def f():
    "text"


class A:
    pass


for name in ("help", "execfile", "vars"):
    print(name, hasattr(builtins, name))
for name in ("schedule", "writable_ns", "icast", "RingIO", "mem_peak"):
    print(name, hasattr(micropython, name))
for name in ("__doc__", "__name__", "__code__", "__globals__"):
    print(name, hasattr(f, name))
try:
    f.x = 1
except AttributeError as e:
    print(e)
print(hasattr(A, "__bases__"), micropython.icast(b"text", str))
e = OSError(-3, "gai")
print(e, e.args, e.errno, OSError(2), OSError(2, "x"), hasattr(ValueError(1), "value"))
for wrong in (lambda: "a" + 1, lambda: 1 + "a", lambda: sum(["a"]), lambda: micropython.icast(1, str)):
    try:
        wrong()
    except TypeError as e:
        print("TypeError", *e.args)
try:

    class G(type(f)):
        pass

except TypeError as e:
    print(e)
