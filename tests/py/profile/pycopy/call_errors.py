# oracle: hand (what pycopy 3.6.1 prints)
# The report of a call with wrong arguments begins in the function that was called, at its first line of code.
import sys


def plain(a, b=1, *, c):
    x = 1
    return x


def documented(a):
    """Not the first line of code."""
    pass


class A:
    def __init__(self, a):
        pass


for call in (lambda: plain(1, 2, 3), lambda: plain(1), lambda: plain(1, c=2, d=3), lambda: documented(), lambda: A(), lambda: len()):
    try:
        call()
    except TypeError as e:
        sys.print_exception(e, sys.stdout)
