# oracle: reference
# sys.print_exception writes the report of a caught exception.
import sys
import io


def f():
    raise ValueError('kept', 1)


try:
    f()
except ValueError as e:
    out = io.StringIO()
    sys.print_exception(e, out)
    print(out.getvalue())
    sys.print_exception(e)
