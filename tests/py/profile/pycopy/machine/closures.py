# oracle: hand (what pycopy 3.6.1 prints)
# Native functions: closures and classes inside.
import micropython


@micropython.native
def cells(a, b=2, *, c=3):
    def add(d, e=a):
        nonlocal b
        b += d
        return a, b, c, e

    class Local:
        kind = "local"

        def get(self):
            return __class__.kind, c

    del c
    c = 10
    add(1)
    return add, Local().get()


add, got = cells(1)
print(got, add(5), add(1, 0))
