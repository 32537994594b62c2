# oracle: hand (what pycopy 3.6.1 prints)
# exec takes modules as namespaces and functions as code.
import sys

m = type(sys)("m")
exec("x = 5\ny = x + 1", m)
print(m.x, m.y)


def show():
    global seen
    seen = x


x = "global"
exec(show)
print(seen)
names = {"x": "other"}
print(eval("x * 2", m))
for wrong in (1, "text", [1]):
    try:
        exec("x = 1", wrong)
    except TypeError as e:
        print("TypeError", e.args)
exec(lambda: print("called"))
try:
    type(sys)()
except TypeError:
    print("TypeError")
