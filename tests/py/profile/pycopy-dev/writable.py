# oracle: hand (what pycopy-dev 3.6.1 prints)
# micropython.writable_ns opens built-in types and modules; standard streams can be replaced.
import math
import micropython
import sys
import uio

try:
    str.shout = lambda s: s + "!"
except AttributeError:
    print("closed")
print(micropython.writable_ns(str, True), micropython.writable_ns(str, True))
str.shout = lambda s: s + "!"
str.isalpha = lambda s: "patched"
print(micropython.writable_ns(str, False), "a".shout(), "b".isalpha())
try:
    str.shout = 1
except AttributeError:
    print("closed")
micropython.writable_ns(math, True)
math.tau2 = 12
micropython.writable_ns(math, False)
print(math.tau2)
try:
    math.tau3 = 1
except AttributeError as e:
    print(e)
try:
    micropython.writable_ns(5, True)
except TypeError:
    print("TypeError")
text = uio.StringIO()
saved = sys.stdout
sys.stdout = text
print("captured")
sys.stdout = saved
print(repr(text.getvalue()))
try:
    sys.stdout = 5
except (TypeError, OSError, AttributeError) as e:
    print(type(e))
print("still here")
try:
    sys.version = 1
except AttributeError as e:
    print(e)
