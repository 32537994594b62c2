# oracle: hand (what pycopy-dev 3.6.1 prints)
# sys.setimphook: the hook is asked for each place, first for the modules inside the program.
import sys


class Thing:
    value = 7


def hook(name, path):
    print("asked", name, path)
    if path.endswith("__init__"):
        return None
    return Thing if name in ("things", "package.inner") and path[0] != "*" else None


sys.path[:] = ["", "lib"]
print(sys.setimphook(hook, (".x",)))
import things

print(things, things.value, sys.modules["things"] is Thing)
import things
import package.inner

print(package.inner.value, package.value)
try:
    import nothing
except ImportError as e:
    print(e)
print(sys.setimphook(None, None) is hook)
