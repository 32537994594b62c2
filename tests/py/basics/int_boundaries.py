# oracle: cpython
# Around the ends of small, 32 and 64 bit integers.
for bits in (30, 31, 32, 53, 62, 63, 64):
    n = 1 << bits
    print(bits, n - 1, n, -n, -n - 1, n * n, (n - 1) + 1 == n, -(-n) == n)
print(0x7fffffff + 1, -0x80000000 - 1, 0x7fffffff * 0x7fffffff, 46341 * 46341)
print(-0x80000000 // -1, abs(-0x80000000), -(-0x80000000))
print(0x3fffffff + 0x3fffffff, -0x40000000 * 2)
x = 2147483647
x += 1
print(x, x - 1, x // 2, x % 1000)
