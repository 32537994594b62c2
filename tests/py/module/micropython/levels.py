# oracle: hand
# The level of optimisation decides whether assertions are compiled.
import micropython

print(micropython.opt_level())
exec("try:\n    assert 0\nexcept AssertionError:\n    print('checked')")
micropython.opt_level(1)
exec("assert 0\nprint('not checked', __debug__)")
micropython.opt_level(0)
print(micropython.opt_level(), micropython.const(5), micropython.heap_lock(), micropython.heap_unlock())
micropython.heap_lock()
micropython.heap_lock()
print(micropython.heap_locked(), micropython.heap_unlock(), micropython.heap_unlock())
print(micropython.heap_locked(), type(micropython.stack_use()), micropython.kbd_intr(3))
