# oracle: cpython
# Text of ints with thousands of digits, both ways, in several bases.
n = 7**5000
text = str(n)
print(len(text), text[:10], text[-10:], int(text) == n)
print(str(10**3000) == '1' + '0' * 3000, int('9' * 3000) == 10**3000 - 1)
print(len(hex(n)), hex(n)[-12:], int(hex(n), 16) == n)
print(len(bin(n)), int(bin(n), 2) == n, len(oct(n)), int(oct(n), 8) == n)
print(str(-n)[:5], '%d' % n == text, '{}'.format(n) == text, '{:x}'.format(n) == hex(n)[2:])
f = 1
for i in range(1, 500):
    f *= i
print(f % 1000007, len(str(f)), f // (f // 12345))
