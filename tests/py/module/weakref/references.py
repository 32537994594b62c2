# oracle: cpython-only
# MicroPython has this module in few builds.
import weakref


class Cup:
    def __repr__(self):
        return "a cup"


cup = Cup()
ref = weakref.ref(cup, print)
print(ref(), ref() is cup)
numbers = {1, 2}
print(weakref.ref(numbers)())


def note(*args, **kwargs):
    print("note", args, kwargs)
    return len(args)


done = weakref.finalize(cup, note, 1, 2, three=3)
print(done.alive)
object, function, args, kwargs = done.peek()
print(object, function is note, args, kwargs)
print(done())
print(done.alive, done.peek(), done.detach(), done())

done = weakref.finalize(cup, note)
print(done.detach()[2:], done.alive, done())
for bad in (None, 5, True, "", (), ...):
    try:
        weakref.ref(bad)
    except TypeError:
        print("TypeError")
for args in ((), (cup,)):
    try:
        weakref.finalize(*args)
    except TypeError:
        print("TypeError")
