# oracle: hand
# Waiting for streams, built-in ones and ones written in Python.
import io
import select
import time
from micropython import RingIO

p = select.poll()
r = RingIO(2)
p.register(r, select.POLLIN)
print(p.poll(0), p.poll(5))
r.write(b"x")
print([(s is r, e) for s, e in p.poll()], [(s is r, e) for s, e in p.ipoll(0)])
p.modify(r, select.POLLIN | select.POLLOUT)
print([e for s, e in p.poll(0)])
p.unregister(r)
p.unregister(r)
start = time.ticks_ms()
print(p.poll(20), time.ticks_diff(time.ticks_ms(), start) >= 19)


class Late(io.IOBase):
    def __init__(self):
        self.asked = 0

    def ioctl(self, request, events):
        self.asked += 1
        return events if self.asked > 3 else 0


late = Late()
p.register(late)
print([(s is late, e) for s, e in p.poll()], late.asked)
print([e for s, e in p.ipoll(0, 1)], [e for s, e in p.ipoll(0)])
for action in (lambda: p.modify(r, 1),):
    try:
        action()
    except OSError as e:
        print(repr(e))
