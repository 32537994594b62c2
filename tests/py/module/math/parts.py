# oracle: cpython-only
# The parts of a float; exact logarithms; large factorials.
import math

for x in (0.0, 1.0, -1.5, float("1e300"), float("5e-324"), 0.1, 1024.0):
    m, e = math.frexp(x)
    print(m, e, math.ldexp(m, e) == x, math.modf(x))
print(math.ldexp(1.5, -1074), math.ldexp(1, -2000), math.ldexp(3, 1022), math.modf(-0.0), math.modf(math.inf))
print([math.log2(2**n) == n for n in (-10, 0, 1, 8, 50)], [math.log10(10**n) == n for n in (0, 1, 2, 3, 15, 22)], math.log10(0.001))
print(math.factorial(0), math.factorial(20), math.factorial(30), len(str(math.factorial(500))))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(1e20), math.ceil(0.1))
print([round(math.gamma(n), 6) for n in (1, 2, 3, 5, 0.5, 1.5)], round(math.lgamma(100), 6), round(math.erf(0.5), 9), round(math.erfc(3), 12))
print([round(f(0.5), 12) for f in (math.sinh, math.cosh, math.tanh, math.asinh, math.atanh, math.expm1)], round(math.acosh(1.5), 12))
