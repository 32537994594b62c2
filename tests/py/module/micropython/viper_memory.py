# oracle: hand
# Pointers in viper functions: to buffers, with an offset, as numbers.


@micropython.viper
def fill(p: ptr8, n: int, value: int):
    for i in range(n):
        p[i] = value + i


@micropython.viper
def total(p: ptr16, n: int) -> int:
    result = 0
    while n:
        n -= 1
        result += p[n]
    return result


@micropython.viper
def flip(p: ptr32, n: int):
    for i in range(n):
        p[i] = ~int(p[i])


@micropython.viper
def address(buffer: ptr) -> ptr:
    return buffer


@micropython.viper
def peek(buffer, index: int) -> int:
    return ptr8(int(ptr8(buffer)) + 1)[index]


@micropython.viper
def poke(p: ptr8, index: uint, flag: bool):
    p[index] = flag


data = bytearray(8)
fill(data, 8, 254)
print(data)
print(total(data, 4), total(memoryview(data)[2:], 2))
flip(data, 2)
print(data)
print(peek(b"abc", 0), peek(b"abc", -1))
place = address(data)
print(type(place), address(data) == place, address(memoryview(data)[3:]) - place)
fill(place + 4, 2, 65)
poke(place, 7, [1])
poke(place, 6, [])
print(data)
