# oracle: hand
# Memory, clock and resets of the board.
import machine
import time
import uctypes
from machine import RTC

b = bytearray(b"\x01\x02\x03\x84")
at = uctypes.addressof(b)
print(machine.mem8, machine.mem16, machine.mem32, machine.mem8[at], hex(machine.mem16[at]), hex(machine.mem32[at]))
machine.mem16[at + 2] = -2
machine.mem8[at] = 0x1FF
machine.mem32[0] = 0x80000001
print(b, machine.mem32[0], machine.mem8[3])
for f in (lambda: machine.mem16[1], lambda: machine.mem32[0xABCDE2], lambda: machine.mem8[1:2], lambda: machine.mem8["a"]):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(repr(e))
try:
    del machine.mem8[0]
except TypeError as e:
    print(repr(e))

r = RTC()
r.datetime((2020, 2, 29, 0, 23, 59, 58, 123456))
print(r.datetime()[:6], time.localtime()[:5], r.datetime()[3])
r.init((2021, 1, 2, 3, 4, 5, 0, 0))
print(r.datetime()[:6])
print(r.memory(), r.memory(b"kept"), r.memory(), bytes(machine.mem_backup()[:4]), len(machine.mem_backup(-1)))
for f in (lambda: r.memory(bytes(3000)), lambda: machine.mem_backup(1), lambda: r.datetime((1, 2)), lambda: machine.freq(1000)):
    try:
        f()
    except ValueError as e:
        print(repr(e))
print(machine.freq(), machine.freq(80_000_000), machine.freq(), len(machine.unique_id()))
print(machine.reset_cause() == machine.PWRON_RESET, machine.idle(), machine.lightsleep(2), machine.wake_reason() == machine.TIMER_WAKE)
for f, cause in ((machine.reset, machine.HARD_RESET), (machine.soft_reset, machine.SOFT_RESET), (lambda: machine.deepsleep(1), machine.DEEPSLEEP_RESET)):
    try:
        f()
    except SystemExit as e:
        print(repr(e), machine.reset_cause() == cause)
dog = machine.WDT(timeout=60)
for i in range(3):
    time.sleep_ms(1)
    dog.feed()
try:
    time.sleep(10)
except SystemExit as e:
    print(repr(e), machine.reset_cause() == machine.WDT_RESET)
