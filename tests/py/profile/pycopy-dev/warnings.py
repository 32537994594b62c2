# oracle: hand (what pycopy-dev 3.6.1 prints)
# Warnings have a category and a place.
print("a" == b"a")


class A:
    pass


class B(A):
    __slots__ = ("x",)


def f():
    try:
        raise ValueError from KeyError()
    except ValueError:
        print("raised")


f()
print(b"a" in ("a", "b"))
