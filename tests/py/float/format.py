# oracle: cpython
# Floats through %, format and f-strings.
x = 3.14159265
print('%f %.2f %.0f %5.1f|%-8.2f|%+.1f|%08.3f' % (x, x, x, x, x, x, x))
print('%e %.2e %E %g %g %g %G' % (x, x, x, x, 1e10, 1e-5, 1e-10))
print('{:.3f} {:8.2f}| {:<8.2f}| {:^9.1f}| {:+.2f} {:e} {:g} {:.1%}'.format(x, x, x, x, x, x, x, 0.256))
print(f'{x:.2f} {x:10.3f} {x:<10.1f}| {x:010.2f}')
print('%.3f %.3f' % (1e10, -1e-10), '%g' % 100000, '%g' % 1000000, '%s' % 1.0)
print('{} {}'.format(1e300, float('inf')), '%.10f' % (1 / 3))
