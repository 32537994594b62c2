# oracle: cpython
# Constants, powers, logarithms.
import math
print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.sqrt(2), math.sqrt(0), math.pow(2, 10), math.pow(2, 0.5), math.exp(0))
print('%.12f %.12f %.12f' % (math.exp(1), math.exp(-2.5), math.exp(10)))
print(math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log(0.5))
print('%.12f %.12f' % (math.expm1(1e-5), math.log(1e-300)))
