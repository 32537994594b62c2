# oracle: cpython
# Bit operators on positive and negative numbers.
a = 0b11001010
b = 0b01101100
print(bin(a & b), bin(a | b), bin(a ^ b))
print(-6 & 0xff, -6 | 1, -6 ^ 3)
print(1 << 20, 1 << 40, 1 << 70)
print(-1 >> 5, -100 >> 3, 100 >> 3, 5 >> 100, -5 >> 100)
print(hex(a), oct(a), hex(-255))
