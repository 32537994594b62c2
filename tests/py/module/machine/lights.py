# oracle: hand
# Coloured lights: the bytes in the order that they are sent.
import machine
from machine import Pin
from neopixel import NeoPixel

n = NeoPixel(Pin(16), 3)
n[0] = (1, 2, 3)
n[1] = (255, 0, 128)
print(len(n), n[0], n[1], n[2], n.buf, n.write())
n.fill((9, 8, 7))
print(n.buf)
w = NeoPixel(Pin(17), 2, bpp=4, timing=0)
w[1] = (1, 2, 3, 4)
print(w[1], w.buf, w.write())
for args in ((Pin(1), 1, (1, 2, 3, 4), b""), (Pin(1), 0, (1, 2, 3), b""), (99, 0, (1, 2, 3, 4), b"")):
    try:
        machine.bitstream(*args)
    except ValueError as e:
        print(repr(e))
