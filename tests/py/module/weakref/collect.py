# oracle: hand
# Needs a collector that runs when asked.
import gc
import weakref


class Cup:
    def __init__(self, name):
        self.name = name


def gone(ref):
    print("gone", ref())


def fail():
    raise ValueError("in a callback")


def work():
    cups = [Cup(i) for i in range(4)]
    held = weakref.ref(cups[0], gone)
    weakref.ref(cups[1], gone)
    weakref.finalize(cups[2], print, "finalized", end="!\n")
    kept = weakref.ref(cups[3], gone)
    other = weakref.finalize(cups[3], print, "never")
    gc.collect()
    print(held().name, kept().name)
    other.detach()
    last = cups.pop()
    cups.clear()
    gc.collect()
    print(held(), kept().name, other.alive)
    last = None
    gc.collect()
    print(kept())
    loop = Cup("loop")
    loop.self = loop
    weakref.finalize(loop, print, "a loop, too")
    loop = None
    gc.collect()


work()
