# oracle: hand (what pycopy-dev 3.6.1 prints)
"""What the module is for."""


class A:
    "What A is for."

    def method(self):
        """Explains."""
        return __doc__

    def bare(self):
        pass


def f():
    "Explains f."
    return 1


def outer():
    x = 1

    def inner():
        """Explains inner."""
        return x

    return inner


def decorated(function):
    function.tag = 5
    return function


@decorated
def g():
    """Explains g."""


print(__doc__, A.__doc__, A.method.__doc__, A.bare.__doc__, A().method())
print(f.__doc__, outer().__doc__, (lambda: 1).__doc__, g.__doc__, g.tag)
f.count = 1
f.count += 1
f.__doc__ = "Another."
print(f.count, f.__doc__, f.__name__)
del f.count
for name in ("count", "other", "__name__"):
    print(name, hasattr(f, name))
try:
    del f.count
except KeyError as e:
    print("KeyError", e)
try:
    len.x = 1
except AttributeError as e:
    print(e)
print(A.__bases__, int.__bases__, object.__bases__)
