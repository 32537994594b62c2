# oracle: hand
# Environment variables and random bytes.
import os

print(os.getenv("PYKOPI_UNSET"), os.getenv("PYKOPI_UNSET", "default"))
os.putenv("PYKOPI_NAME", "value")
print(os.getenv("PYKOPI_NAME"), os.getenv("PYKOPI_NAME", 1))
os.unsetenv("PYKOPI_NAME")
print(os.getenv("PYKOPI_NAME"))
print(len(os.urandom(0)), len(os.urandom(16)), type(os.urandom(3)), os.urandom(16) != os.urandom(16))
for bad in (-1, "x"):
    try:
        os.urandom(bad)
    except (ValueError, TypeError) as e:
        print(repr(e))
