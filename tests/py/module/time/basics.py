# oracle: reference
# Clocks go forward; ticks wrap correctly.
import time
a = time.ticks_ms()
time.sleep_ms(5)
b = time.ticks_ms()
print(4 <= time.ticks_diff(b, a) < 2000, time.ticks_diff(5, 10), time.ticks_add(10, -3))
top = time.ticks_add(0, -1)
print(top > 0, time.ticks_diff(time.ticks_add(top, 2), top), time.ticks_diff(0, top))
t = time.time()
time.sleep(0.01)
print(time.time() >= t, time.time_ns() > 0, isinstance(time.ticks_us(), int), isinstance(time.ticks_cpu(), int))
print(len(time.localtime()) >= 8, time.localtime()[0] >= 2024)
