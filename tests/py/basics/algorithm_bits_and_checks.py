# oracle: cpython
# Bit tricks and check sums.
def crc32(data):
    crc = 0xffffffff
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = crc >> 1 ^ (0xedb88320 if crc & 1 else 0)
    return crc ^ 0xffffffff


def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def luhn(number):
    total = 0
    for i, c in enumerate(reversed(number)):
        d = int(c) * (1 + i % 2)
        total += d - 9 if d > 9 else d
    return total % 10 == 0


def fnv(data):
    h = 0xcbf29ce484222325
    for b in data:
        h = (h ^ b) * 0x100000001b3 & 0xffffffffffffffff
    return h


print(hex(crc32(b'123456789')), hex(adler(b'Wikipedia')), luhn('79927398713'), luhn('79927398710'))
print(hex(fnv(b'hello')), [bin(i ^ i >> 1) for i in range(6)])
print([n & -n for n in (12, 7, 80)], [bin(n).count('1') for n in (255, 256, 2 ** 70 - 1)])


def xorshift(seed):
    while True:
        seed ^= seed << 13 & 0xffffffff
        seed ^= seed >> 17
        seed ^= seed << 5 & 0xffffffff
        yield seed


g = xorshift(2463534242)
print([next(g) for _ in range(4)], ~5, -1 >> 40, 1 << 40, -(2 ** 33) >> 3, 0xff & ~0x0f, 6 ^ -3, -4 | 3)
