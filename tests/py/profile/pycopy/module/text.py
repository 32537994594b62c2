# oracle: hand (what pycopy 3.6.1 prints)
# Text as Pycopy shows and makes it.
print(repr("\u00e9\u0436\u4e00\ufffd"), repr("\x80\xa0\xa1"), repr("\uffff\ue000\U0001f600"))
print(bytearray("text"))
try:
    bytes("text")
except TypeError:
    print("TypeError")
s = str(b"ab\xa1cd", "utf-8", "surrogateescape")
print(s.encode("utf-8", "surrogateescape"), bytes(s, "utf-8", "surrogateescape"))


class Shown(Exception):
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"


class Plain(Exception):
    def __repr__(self):
        return "repr"


import sys

for exception in (Shown(), Plain("message")):
    sys.print_exception(exception)
print("abc".encode("latin1"), str(b"x", "any"))
