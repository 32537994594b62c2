# oracle: reference
# Reports of exceptions, raised and not raised.
import io
import sys


class Named(Exception):
    def __str__(self):
        return "shown by str"


class Spoken(Exception):
    def __repr__(self):
        return "spoken"


for e in (ValueError(), ValueError("text"), ValueError(1, 2), KeyError("k"), OSError(2), OSError(2, "file"), OSError("m"), Named(1), Spoken(2), SystemExit(3)):
    sys.print_exception(e)
out = io.StringIO()
sys.print_exception(TypeError("into a stream"), out)
print(repr(out.getvalue()))
for other in (5, "text", None, int):
    sys.print_exception(other)
try:
    sys.print_exception(ValueError(), 5)
except OSError as e:
    print(repr(e))
