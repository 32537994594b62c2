# oracle: hand (what pycopy 3.6.1 prints)
# Views of a part; what is out of range counts as all. A view can be given another object.
import uarray

b = bytearray(b"0123456789")
for args in ((4,), (2, 3), (8, 5), (9, 9), (10, 2), (-1, 2), (2, -1), (0,)):
    print(args, bytes(memoryview(b, *args)))
a = uarray.array("i", [1, 2, 3, 4])
print(list(memoryview(a, 1, 2)), list(memoryview(a, 2)))

v = memoryview(b, 2, 3)
v[0] = 65
print(b)
print(v.init(b, 5, 2), bytes(v))
v.init(a)
print(list(v))
v.init("\u0436", 1)
print(bytes(v), bytes(memoryview("text")), bytes(memoryview("text", 1, 2)))
try:
    v[0] = 1
except TypeError:
    print("TypeError")
try:
    v.init(3)
except TypeError as e:
    print(e)
