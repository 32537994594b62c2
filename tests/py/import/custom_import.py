# oracle: hand
# A replaced __import__ sees all imports, and passes on what it was given.
import builtins

original = builtins.__import__


def custom(name, globals, locals, fromlist, level):
    print("import", name, globals["__name__"], fromlist, level)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = custom
import parcel.inner

builtins.__import__ = original

print(__import__("parcel", None, None, ("inner",), 0).__name__)
print(__import__("inner", {"__name__": "parcel", "__path__": "parcel"}, None, ("x",), 1).__name__)
for arguments in ((1, None), (None, -1)):
    try:
        __import__("inner", arguments[0], None, None, arguments[1] or 1)
    except (TypeError, ImportError, ValueError) as e:
        print(type(e).__name__, e)

from lazy import *

print(given)
try:
    from broken import *
except (TypeError, AttributeError) as e:
    print(type(e).__name__)
