# oracle: cpython
# Integers of any size.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, a * b)
print(b // a, b % a, -b // a, -b % a, divmod(b, -a))
print(2 ** 100, (2 ** 64 - 1) * (2 ** 64 + 1), 3 ** 50 % 1000)
print(a == a + 0, a < b, a > b, -a < 0, a != b)
print(1 << 200 >> 190, a & 0xffff, a | 1, a ^ a, ~a)
print(hex(2 ** 70), bin(2 ** 66), int('9' * 25) + 1)
print(bool(a - a), abs(-a), pow(a, 3, 1000007), float(2 ** 60))
n = 1
for i in range(1, 31):
    n *= i
print(n)
