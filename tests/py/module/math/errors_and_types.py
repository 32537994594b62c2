# oracle: reference
# Domain errors, wrong types, the edges of the range.
import math


def attempt(action):
    try:
        return action()
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        return repr(e)


print(attempt(lambda: math.sqrt(-1)), attempt(lambda: math.log(0)), attempt(lambda: math.log(2, 1)), attempt(lambda: math.log(-1)))
print(attempt(lambda: math.exp(1000)), attempt(lambda: math.pow(0, -1)), attempt(lambda: math.pow(-8, 0.5)), attempt(lambda: math.fmod(1, 0)))
print(attempt(lambda: math.acos(2)), attempt(lambda: math.acosh(0.5)), attempt(lambda: math.atanh(1)), attempt(lambda: math.gamma(-1)), attempt(lambda: math.lgamma(0)))
print(attempt(lambda: math.sqrt("a")), attempt(lambda: math.sqrt(1j)), attempt(lambda: math.sqrt(None)), attempt(lambda: math.sqrt()), attempt(lambda: math.pow(1)))
print(attempt(lambda: math.floor(math.inf)), attempt(lambda: math.trunc(math.nan)), attempt(lambda: math.factorial(-1)), attempt(lambda: math.factorial(2.5)))
print(math.pow(1, math.nan), math.pow(math.nan, 0), math.copysign(3, -0.0), math.fmod(-7, 3), math.fabs(-2), math.atan2(-0.0, -1))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 2), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-9, abs_tol=1e-8), math.isclose(math.inf, math.inf))
print(attempt(lambda: math.isclose(1)), attempt(lambda: math.isclose(1, 1, rel_tol=-1)), attempt(lambda: math.isclose(1, 1, foo=1)))
