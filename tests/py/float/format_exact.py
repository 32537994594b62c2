# oracle: cpython-only
# Formats are rounded from the exact binary value, half to even, at any precision.
for x in (0.5, 1.5, 2.5, 0.25, 0.35, 2.675, 1.005, 0.9, 9.5, 1e22, 1e23):
    print('%.0f %.1f %.2f' % (x, x, x), '%.0e %.3e' % (x, x), '%.3g' % x)
print('%.30f' % 0.1)
print('%.20e' % 1e23)
print('%.60g' % 0.1)
print('%f' % 1e22)
print('%.3f' % 5e-324, '%.3e' % 5e-324, '%.17e' % 1.7976931348623157e308)
print('{:.0f} {:.1f} {:.2f}'.format(0.5, 0.25, 1e15 + 0.125))
print('%#.0f %#g %#.3g' % (1.0, 1.5, 1.0))
