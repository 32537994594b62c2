# oracle: reference
# Arguments outside the domain.
import math
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.acos(2), lambda: math.sqrt('x'),
          lambda: math.factorial(-1), lambda: math.log(2, 0), lambda: math.floor(math.inf), lambda: math.pow(0, -1),
          lambda: math.fmod(1, 0), lambda: math.log(2, 1), lambda: math.sqrt()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
