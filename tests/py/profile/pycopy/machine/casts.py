# oracle: hand (what pycopy 3.6.1 prints)
# Viper functions: conversions and arguments.
import micropython


@micropython.viper
def casts(o, p: bool, q: ptr) -> bool:
    n = int(o)
    u = uint(n)
    b = bool(o)
    print(n, u, b, p, int(bool(5)), [n, u, b])
    if not b:
        return p
    return b


print(casts(3, 0, 0), casts(-1, 1, 0), casts(0, [], 0), casts(0, "x", 0))


@micropython.viper
def nothing(x: uint) -> uint:
    pass


print(nothing(1))
for wrong in (), (1, 2):
    try:
        nothing(*wrong)
    except TypeError as e:
        print("TypeError")


# Only compiled: Pycopy's machine code forgets the result of the comparison.
@micropython.viper
def choice(n: int) -> uint:
    return uint(n if n > 1 else 5)
