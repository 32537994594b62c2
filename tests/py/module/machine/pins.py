# oracle: hand
# Pins of the board model: modes, levels, interrupts, refusals.
from machine import Pin
import time

p = Pin(2, Pin.OUT)
print(p, p(), p.on(), p.value(), p.off(), p(), p(1), p(), p.toggle(), p(), p.value(True), p.value())
print(Pin(2) is p, Pin("LED") is p, Pin(p) is p)
print(Pin(4, Pin.IN, Pin.PULL_UP), Pin(4)(), Pin(4, Pin.IN, Pin.PULL_DOWN), Pin(4)())
d = Pin(5, Pin.OPEN_DRAIN, Pin.PULL_UP, value=1, drive=Pin.DRIVE_3)
print(d, d(), d(0), d(), d.init(Pin.IN, None), d, d())

calls = []
p.off()
irq = p.irq(lambda pin: calls.append(("up", pin is p, pin())), Pin.IRQ_RISING)
p.on()
p.off()
p.on()
print(calls, irq.trigger(), irq.trigger(Pin.IRQ_FALLING), irq.trigger())
p.off()
print(calls)
p.irq(handler=lambda pin: calls.append("any"))
calls.clear()
p.on()
p.off()
irq()
print(calls)
p.irq(None)
p.on()
print(calls)

for make in (
    lambda: Pin(20),
    lambda: Pin(40),
    lambda: Pin(-1),
    lambda: Pin("X9"),
    lambda: Pin(34, Pin.OUT),
    lambda: Pin(),
    lambda: p(1, 2),
    lambda: Pin(34, Pin.IN),
):
    try:
        print(make())
    except (ValueError, TypeError) as e:
        print(repr(e))
