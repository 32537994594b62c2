# oracle: hand (what pycopy 3.6.1 prints)
# A queue by time: handles, removal, and the errors when it is full or empty.
from utime import ticks_add, ticks_ms
from utimeq import utimeq

q = utimeq(4)
print(len(q), bool(q))
handles = [q.push(t, "f%d" % t, (t,)) for t in (30, 10, 20, 10)]
print(handles, len(q), q.peektime())
try:
    q.push(1, 2, 3)
except IndexError as e:
    print(e)
print(q.remove(handles[1]), len(q), q.peektime())
print(q.push(5, "new", ()))
entry = [0, 0, 0, "more"]
while q:
    q.pop(entry)
    print(entry)
for call in (lambda: q.pop(entry), lambda: q.remove(0), lambda: q.peektime()):
    try:
        call()
    except IndexError as e:
        print(repr(e))
q.push(1, 2, 3)
for handle in (3, 99, -1):
    try:
        q.remove(handle)
        print("removed")
    except IndexError as e:
        print(repr(e))
try:
    q.pop([1, 2])
except TypeError as e:
    print(repr(e))

top = ticks_add(0, -5)
q.push(ticks_add(top, 10), "late", None)
q.push(top, "early", None)
q.remove(0)
q.pop(entry)
print(entry[1])
