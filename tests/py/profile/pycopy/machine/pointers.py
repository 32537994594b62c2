# oracle: hand (what pycopy 3.6.1 prints)
# Viper functions: pointers, subscripts of objects.
import micropython


@micropython.viper
def swap(buffer, i: int, j: int):
    p = ptr8(buffer)
    a = p[i]
    p[i] = p[j]
    p[j] = a
    p[0] = p[0] + p[1]
    p[2] = uint(300)


b = bytearray(range(8))
swap(b, 3, 5)
print(b)


@micropython.viper
def words(p16: ptr16, p32: ptr32, n: int) -> uint:
    p16[0] = 0x1234
    p16[3] = n
    p16[n] = p16[0] + 1
    p32[1] = -2
    x = p32[1]
    p32[n] = x + 1
    x = p32[n - 1]
    return uint(x)


b = bytearray(16)
print(words(b, b, 2), b)


@micropython.viper
def mixed(o, i: int, u: uint) -> object:
    x = o[i]
    o[i] = u
    o[0] = i
    o["k"] = x
    o[x] = None
    del o["k"]
    return o, x, u


o, x, u = mixed({1: "one", 0: 0}, 1, 9)
print(sorted(str(item) for item in o.items()), x, u)


@micropython.viper
def makes(n: int):
    f = lambda v: v
    print(f(n), f(None), "{} {}".format(n, True), (n, None), [1, n][0])


makes(6)
