# oracle: cpython
# Each binary operator calls its own method.
class Log:
    def __getattr__(self, name):
        raise AttributeError(name)


names = 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul'.split()
for n in names:
    def method(self, other, n=n):
        return n + ' ' + str(other)

    def reverse(self, other, n=n):
        return 'r' + n + ' ' + str(other)
    setattr(Log, '__' + n + '__', method)
    setattr(Log, '__r' + n + '__', reverse)
x = Log()
print(x + 1, x - 2, x * 3, x / 4, x // 5, x % 6, x ** 7)
print(x << 1, x >> 2, x & 3, x | 4, x ^ 5, x @ 6)
print(1 + x, 2 - x, 3 * x, 4 / x, 5 // x, 6 % x, 7 ** x)
print(1 << x, 2 >> x, 3 & x, 4 | x, 5 ^ x)
