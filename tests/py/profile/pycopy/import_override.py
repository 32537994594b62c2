# oracle: hand (what pycopy 3.6.1 prints)
# __import__ in builtins is what import calls, with the namespaces of its place.
import builtins

original = builtins.__import__


def tell(name, *args):
    print(name, [type(a).__name__ for a in args[:2]], args[2:])
    return original(name, *args)


try:
    builtins.__import__ = tell
except AttributeError:
    print("fixed")
import ure
from ucollections import deque


def f():
    import ujson

    return ujson


class A:
    from ustruct import pack


print(f(), A.pack is not None)
module = type(builtins)("made")
module.x = 1
print(module, module.x, module.__name__)
