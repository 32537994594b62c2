# oracle: cpython
# floor, ceil, trunc, modf, frexp and friends.
import math
for x in (2.5, -2.5, 0.0, 7, -0.1, 1e10 + 0.5):
    print(math.floor(x), math.ceil(x), math.trunc(x), math.fabs(x), math.modf(x), math.frexp(x))
print(math.ldexp(0.75, 4), math.fmod(7.5, 2), math.fmod(-7.5, 2), math.copysign(3, -0.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1))
print(math.isclose(100, 101, rel_tol=0.05), math.isclose(0, 0.001, abs_tol=0.01))
