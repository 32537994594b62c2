# oracle: reference
# What the compiler refuses has a place with the name of the block, what the parser refuses has not.
import sys

SOURCES = (
    "x = 1\nbreak",
    "def f():\n    break",
    "class A:\n    def g(self):\n        nonlocal zz",
    "def f():\n    return [lambda: 1 for 5 in y]",
    "def f(a, a): pass",
    "f(**1, *2)",
    "x = = 1",
    "def f():\n    yield = 5",
    "def f():\n  x = 1\n    y = 2",
)
for source in SOURCES:
    try:
        exec(source)
    except SyntaxError as e:
        sys.print_exception(e, sys.stdout)
