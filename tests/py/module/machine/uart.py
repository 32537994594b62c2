# oracle: hand
# A serial line that hears itself: sizes, time limits, lines, poll, interrupts.
from machine import UART
import select
import time

u = UART(1, 115200, timeout=200, timeout_char=20)
print(u)
print(u.write("hello"), u.flush(), u.txdone(), u.any(), u.read(2), u.read(), u.any())
u.init(timeout=0)
print(u.read(), u.read(3), u.readline(), u.readinto(bytearray(2)))
u.init(timeout=200)
u.write(b"one\ntwo\n")
b = bytearray(6)
print(u.readline(), u.readinto(b), b)
u.write(b"abcdef")
print(u.readinto(b, 3), b, u.read(3))

p = select.poll()
p.register(u, select.POLLIN)
print(p.poll(0))
u.write(b"x")
print(p.poll(500) == [(u, select.POLLIN)], u.read(1))

seen = []
irq = u.irq(lambda line: seen.append(line.any()), UART.IRQ_RXIDLE)
u.write(b"12345")
while not seen:
    time.sleep_ms(1)
print(seen, irq.flags() == UART.IRQ_RXIDLE, irq.trigger() == UART.IRQ_RXIDLE, u.read())
u.irq(None)
print(UART(2, bits=7, parity=1, stop=2, tx=4, rx=5, invert=UART.INV_TX | UART.INV_RX, flow=UART.RTS))
for make in (lambda: UART(3), lambda: UART(1, bits=9), lambda: UART(1, stop=3), lambda: UART(1, flow=8), lambda: UART(1, invert=1)):
    try:
        make()
    except ValueError as e:
        print(e)
