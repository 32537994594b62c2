# oracle: cpython
# pow with three arguments; round to even.
print(pow(2, 10), pow(2, 10, 1000), pow(3, 200, 13), pow(7, 0, 5), pow(-3, 3, 7), pow(5, 3, -7))
print(pow(2, -1), pow(2.0, 3), pow(123456789, 987654321, 10 ** 15))
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 1), round(1e20))
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(1234, 2), round(7, -5))
print(round(True), round(2 ** 70 + 5, -1), round(3.14159, 3), round(-2.5), type(round(2.0)) is int)
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(2 ** 70, 10 ** 9))
print(abs(-5), abs(-2.5), abs(3 - 4j), abs(-2 ** 65), abs(True))
print(bin(10), hex(-255), oct(8), hex(2 ** 64), bin(-2 ** 65), bin(True), chr(0x20ac), ord('\U0001f600'))
for bad in ('pow(2, 3, 0)', 'chr(-1)', 'chr(0x110000)', "round(float('nan'))"):
    try:
        eval(bad)
    except ValueError:
        print('ValueError')
for bad in ('pow(2.0, 3, 5)', 'hex(1.0)', 'ord("ab")', 'ord(5)', 'abs("a")', 'round("a")', 'divmod(1, "a")'):
    try:
        eval(bad)
    except TypeError:
        print('TypeError')
