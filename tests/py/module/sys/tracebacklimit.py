# oracle: hand
# The number of entries of a traceback; the innermost are left out (MicroPython, basics/sys_tracebacklimit).
import io
import sys


def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)


def lines():
    try:
        f(3)
    except ValueError as e:
        out = io.StringIO()
        sys.print_exception(e, out)
        return [line.strip()[-4:] for line in out.getvalue().split("\n") if "File" in line]


print(lines())
for limit in (1000, 2, 1, 0):
    sys.tracebacklimit = limit
    print(limit, lines())
