# oracle: hand (what pycopy 3.6.1 prints)
import sys

print(sys.version, sys.version_info, sys.implementation, sys.byteorder)
for name in ("executable", "ps1", "atexit", "getsizeof", "intern", "setimphook", "roproxy"):
    print(name, hasattr(sys, name))
try:
    sys.stdout = None
except AttributeError as e:
    print(e)
