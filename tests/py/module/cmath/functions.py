# oracle: cpython
# Functions of complex numbers, rounded.
import cmath


def show(z):
    z = complex(z)
    return "%.6f %.6f" % (z.real, z.imag)


for z in (1, -1, 1j, 2 + 3j, -0.5 - 2j):
    print(z, show(cmath.exp(z)), show(cmath.log(z)), show(cmath.sqrt(z)), show(cmath.sin(z)), show(cmath.cos(z)))
    print("%.6f" % cmath.phase(z), "%.6f %.6f" % cmath.polar(z), show(cmath.log10(z)))
print(show(cmath.rect(2, 1)), "%.5f %.5f" % (cmath.pi, cmath.e))
try:
    cmath.exp("x")
except TypeError as e:
    print("TypeError")
