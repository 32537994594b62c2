# oracle: cpython
# Trigonometric and hyperbolic functions.
import math
for x in (0, 0.5, 1, -2, 3.0):
    print('%.10f %.10f %.10f' % (math.sin(x), math.cos(x), math.tan(x)))
    print('%.10f %.10f %.10f' % (math.sinh(x), math.cosh(x), math.tanh(x)))
    print('%.10f %.10f' % (math.atan(x), math.asinh(x)))
print('%.10f %.10f %.10f %.10f' % (math.asin(0.5), math.acos(0.5), math.acosh(2), math.atanh(0.5)))
print('%.10f %.10f %.10f' % (math.atan2(1, 1), math.atan2(-1, -1), math.atan2(0, -1)))
print(math.degrees(math.pi), '%.10f' % math.radians(90))
