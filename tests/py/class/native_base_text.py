# oracle: cpython
# str() of an instance of a class derived from str or an exception, with its own __repr__ only.


class S(str):
    def __repr__(self):
        return "S!"


class E(Exception):
    def __repr__(self):
        return "E!"


for x in S("q"), E(5), E():
    print(str(x), repr(x), "%s|%r" % (x, x), [x])
try:
    raise E("text")
except E as e:
    print(e)
