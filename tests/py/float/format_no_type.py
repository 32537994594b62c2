# oracle: cpython-only
# Without a type letter a float keeps its shortest form, or with a precision something like g.
for x in (0.0, 1.0, 3.14159265, 1e16, 123456789.0, 0.00001, -2.5):
    print('{:}|{:12}|{:<12}|{:.3}|{:012}'.format(x, x, x, x, x))
print('{:,}|{:,.2f}|{:_}|{:+,.1f}'.format(1234567.891, 1234567.891, 1e6, 1234.56))
print('{:020,.3f}|{:,.3f}'.format(1234567.8, -0.5))
print('{:,}|{:,}'.format(float('inf'), float('nan')))
