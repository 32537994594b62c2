# oracle: hand
# Time of day and calendar.
import time

print(type(time.time()), type(time.time_ns()), abs(time.time() - time.time_ns() / 1e9) < 5, time.time() > 1.7e9)
print(time.gmtime(0), time.gmtime(86399)[3:6], time.gmtime(951782400)[:3], time.gmtime(1e9)[:6])
print(time.gmtime(-1)[:6], time.gmtime(4102444800)[:3], time.gmtime(68169600)[7])
now = time.time()
t = time.localtime(now)
print(len(t), time.mktime(t) == int(now), time.mktime(t[:8]) == int(now))
print(time.mktime((2000, 1, 1, 0, 0, 0, 0, 0)) - time.mktime((1999, 12, 31, 24, 0, 0, 0, 0)))
print(time.mktime((2000, 14, -3, 0, 0, 0, 0, 0)) - time.mktime((2001, 1, 28, 0, 0, 0, 0, 0)))
for bad in ((1,), 5):
    try:
        time.mktime(bad)
    except TypeError as e:
        print(repr(e))
