# oracle: hand
# Signal over pins of the board and over pins written in Python; PinBase; time_pulse_us.
import machine
from machine import Pin, PinBase, Signal


class Box(PinBase):
    def __init__(self, v=0):
        self.v = v

    def value(self, *args):
        if not args:
            return self.v
        print("set", args)
        self.v = int(args[0])


for pin in (Box(), Pin(12, Pin.OUT, value=0)):
    for invert in (False, True):
        s = Signal(pin, invert=invert)
        print(s(), s.on(), s.value(), pin.value(), s.off(), s(), pin.value(), s(1), s.value(0), s())

print(Signal(13, Pin.OUT, value=0, invert=True)(), Pin(13)(), Signal(14, Pin.OUT, value=1)(), Pin(14)())
both = Signal(Signal(Pin(13), invert=True), invert=True)
print(both(), both.on(), Pin(13)())
for args in ((), (Box(), 1), (Box(), Box()), (5.5,), (Ellipsis,)):
    try:
        Signal(*args)
    except (TypeError, ValueError) as e:
        print(type(e))


class Ticks(PinBase):
    levels = [0, 0, 1, 1, 0, 1]

    def value(self):
        return self.levels.pop(0) if self.levels else 1


t = Ticks()
print(machine.time_pulse_us(t, 1) >= 0, t.levels)
print(machine.time_pulse_us(t, 0, 100), machine.time_pulse_us(t, 1, 100))
