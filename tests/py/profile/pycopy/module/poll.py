# oracle: hand (what pycopy 3.6.1 prints)
# What register and unregister say, and what ipoll gives beside the stream and its events.
import uselect
import usocket

p = uselect.poll(8)
s = usocket.socket(usocket.AF_INET, usocket.SOCK_DGRAM)
print(p.register(s, uselect.POLLOUT, "user data"))
print(p.register(s, uselect.POLLOUT))
for item in p.ipoll(0):
    print(len(item), item[0] is s, item[1] == uselect.POLLOUT, item[2])
print(p.register(s, uselect.POLLOUT, 42))
print([item[2] for item in p.ipoll(0)])
print(len(p.poll(0)), len(p.poll(0)[0]))
print(p.unregister(s), p.unregister(s, False))
try:
    p.unregister(s, True)
except KeyError as e:
    print(repr(e))
try:
    p.unregister(s)
except KeyError as e:
    print(repr(e))
print(p.poll(0))
