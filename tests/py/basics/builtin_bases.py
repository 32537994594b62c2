# oracle: cpython
# bin, oct, hex, int with a base, chr, ord.
print(bin(10), oct(64), hex(255), bin(-3), hex(0), bin(2 ** 40))
print(int('ff', 16), int('0xff', 16), int('101', 2), int('z', 36), int('0b11', 0), int('077', 8))
print(int('-12'), int(' 7 '), int(3.9), int(-3.9), int(True), int(), int('1_000'))
print(chr(65), ord('a'), chr(8364), ord('€'), ord(b'x'), chr(0) == '\0')
print(int(b'12'), int('123456789012345678901234567890'))
