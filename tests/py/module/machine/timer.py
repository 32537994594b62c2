# oracle: hand
# Timers: periodic and once, while the program sleeps and while it works; hard ones lock the heap.
from machine import Timer
import machine
import time

count = 0


def tick(timer):
    global count
    count += 1
    if count >= 3:
        timer.deinit()


t = Timer(0)
print(Timer(0) is t, Timer() is Timer(), Timer.ONE_SHOT, Timer.PERIODIC)
t.init(period=5, callback=tick)
print(t)
while count < 3:
    time.sleep_ms(1)
time.sleep_ms(20)
calls = count
time.sleep_ms(20)
print(count >= 3, count == calls, t)

count = 0
once = Timer(-1, mode=Timer.ONE_SHOT, freq=200, callback=tick)
while not count:
    pass
time.sleep_ms(20)
print(count, once, once.value() >= 5)

state = machine.disable_irq()
once.init(mode=Timer.ONE_SHOT, period=2, callback=tick)
time.sleep_ms(20)
print(state, machine.disable_irq(), count)
machine.enable_irq(state)
time.sleep_ms(1)
print(count)

locked = []


def hard(timer):
    try:
        [1, 2]
        locked.append(False)
    except MemoryError:
        locked.append(True)


for is_hard in (True, False):
    Timer(mode=Timer.ONE_SHOT, period=1, callback=hard, hard=is_hard)
    time.sleep_ms(10)
print(locked)
for make in (lambda: Timer(4), lambda: Timer(1, period=0), lambda: Timer(1, wrong=1)):
    try:
        make()
    except (ValueError, TypeError) as e:
        print(repr(e))
