# oracle: hand
# Machine words of 64 bits in viper functions: they wrap, and know their sign.


@micropython.viper
def add(x: int, y: int) -> int:
    return x + y


@micropython.viper
def subtract(x: uint, y: uint) -> uint:
    return x - y


@micropython.viper
def multiply(x: int, y: int) -> int:
    return x * y


@micropython.viper
def divide(x: int, y: int) -> int:
    return x // y


@micropython.viper
def modulo(x: int, y: int) -> int:
    return x % y


@micropython.viper
def right(x: int, n: int) -> int:
    return x >> n


@micropython.viper
def right_unsigned(x: uint, n: uint) -> uint:
    return x >> n


@micropython.viper
def left(x: int, n: int) -> int:
    return x << n


@micropython.viper
def mixed(x: int, y: uint) -> int:
    return (x & y) + (x ^ y) - (x | y)


@micropython.viper
def less(x: uint, y: uint) -> bool:
    return x < y


@micropython.viper
def count(limit: int) -> int:
    total = 0
    for i in range(limit):
        if i & 1:
            continue
        total += i * i
    return total


print(add(2**63 - 1, 1), add(2**64 + 5, 1), add(-(2**63), -1))
print(subtract(0, 1), subtract(5, 3))
print(multiply(2**40, 2**30), multiply(-3, 7))
print(divide(-7, 2), divide(7, -2), modulo(-7, 2), modulo(7, -2))
print(right(-8, 1), right_unsigned(-8, 1), left(1, 63), left(3, 64))
print(mixed(-1, 5), less(-1, 1), less(1, -1))
print(count(10))
