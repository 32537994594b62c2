# oracle: hand (documentation of pycopy-coverage 3.6.1)
# uio.resource_stream opens a file beside the modules of a package, or of the folder for None.
import uio

with uio.resource_stream("shop", "prices.txt") as f:
    print(f.read(3), f.readline(), f.read())
for package, name in (("shop", "none.txt"), ("nothing", "prices.txt")):
    try:
        print(uio.resource_stream(package, name))
    except (OSError, ImportError) as e:
        print(repr(e))
try:
    uio.resource_stream("shop")
except TypeError as e:
    print(e)
