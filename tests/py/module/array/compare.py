# oracle: reference
# Arrays compare by their bytes when the layouts agree; everything else is not implemented.
import array

A = array.array


def attempt(f):
    try:
        print(f())
    except NotImplementedError as e:
        print(repr(e))


for a, b in (
    (A("b", [1]), A("b", [1])),
    (A("b", [-1]), A("B", [255])),
    (A("B", [1, 2]), A("B", [1, 3])),
    (A("H", [1, 2]), A("H", [1])),
    (A("i", [1]), A("i", [2])),
    (A("f", [1]), A("f", [1])),
    (A("i", [1]), A("h", [1])),
    (A("P"), A("Q")),
    (A("B", [1]), memoryview(b"\1")),
):
    attempt(lambda: a == b)
    attempt(lambda: a < b)
    attempt(lambda: a >= b)
print(A("b", [1]) == 5, A("b", [1]) != None, A("d") == "x")
