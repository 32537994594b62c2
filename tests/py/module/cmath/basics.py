# oracle: cpython
# Functions on complex numbers.
import cmath


def show(z):
    print('%.8f %.8f' % (z.real, z.imag))


for f in (cmath.exp, cmath.log, cmath.sqrt, cmath.cos, cmath.sin):
    show(f(1 + 2j))
show(cmath.sqrt(-4))
show(cmath.log10(100j))
show(cmath.rect(2, cmath.pi / 2))
print('%.8f' % cmath.phase(-1 + 1j), '%.8f %.8f' % cmath.polar(3 + 4j), cmath.e > 2.7)
