# oracle: hand
# const and friends.
import micropython
from micropython import const
_SPEED = const(40)
LIMIT = const(2 * _SPEED)
print(LIMIT, const('text'), '_SPEED' in globals())
print(micropython.opt_level(), micropython.const(5))


@micropython.native
def f(x):
    return x + 1


@micropython.viper
def g(x: int) -> int:
    return x * 2


@micropython.bytecode
def h(x):
    return x


print(f(1), g(4), h('h'))
