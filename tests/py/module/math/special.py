# oracle: cpython
# factorial, gamma, erf.
import math
print(math.factorial(0), math.factorial(10), math.factorial(25))
print('%.8f %.8f %.8f %.8f' % (math.gamma(5), math.gamma(0.5), math.lgamma(10), math.lgamma(0.5)))
print('%.10f %.10f %.10f' % (math.erf(0.5), math.erfc(0.5), math.erf(-1)))
