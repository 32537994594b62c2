# oracle: hand
# Counters: differences across the wrap, limits, waiting.
import time

TOP = time.ticks_add(0, -1)
print(TOP == 2**62 - 1, time.ticks_add(TOP, 2), time.ticks_diff(1, TOP), time.ticks_diff(TOP, 1), time.ticks_diff(5, 9))
for delta in (2**61, -(2**61), 2**62):
    try:
        time.ticks_add(0, delta)
    except OverflowError as e:
        print(repr(e))
print(time.ticks_add(0, 2**61 - 1) == 2**61 - 1)
a = time.ticks_ms()
b = time.ticks_us()
time.sleep_ms(20)
print(20 <= time.ticks_diff(time.ticks_ms(), a) + 1 < 2000, 20000 <= time.ticks_diff(time.ticks_us(), b) < 2000000)
c = time.ticks_cpu()
time.sleep_us(100)
time.sleep(0.001)
print(time.ticks_diff(time.ticks_cpu(), c) > 0, time.sleep(0), time.sleep_ms(-5), time.sleep_us(0))
for bad in (-1, "x"):
    try:
        time.sleep(bad)
    except (OSError, TypeError) as e:
        print(repr(e))
