# oracle: hand (what pycopy 3.6.1 prints)
# Viper functions: machine integers, more than three arguments, exceptions.
import micropython


@micropython.viper
def arithmetic(a: int, b: int, c: uint, d: uint, e) -> int:
    x = a + b - 3 * a
    x <<= 2
    y = x // 7 + x % 7 + (x >> b) + (x & 15 | b ^ 9)
    z = c * d - c + (c >> d) + (c & d)
    print(y, z, a < b, a >= b, a == b, c > d, c <= d, c != d, e)
    y -= int(z)
    return y


print(arithmetic(-5, 3, 200, 7, "e"), arithmetic(2**31, 1, 1 << 40, 3, None))


@micropython.viper
def flow(n: int, o) -> object:
    total = 0
    i = 0
    while i < n:
        if 2 < i < 5 or i == 7:
            total += i
        i += 1
    for j in range(3):
        total = total + j
    text = str(total) + o
    try:
        if total > 8:
            raise ValueError(text)
    except ValueError:
        print("caught", text)
    return text


print(flow(4, "a"), flow(9, "b"))
