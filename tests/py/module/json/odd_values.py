# oracle: reference
# What JSON has no form for is written as its repr; sub-classes count as their base.
import json
from collections import namedtuple


class Named:
    def __repr__(self):
        return "named"


class Items(list):
    pass


class Table(dict):
    pass


print(json.dumps([b"bytes", (1, 2), int, ..., 1 + 2j, float("inf"), float("nan")]))
print(json.dumps([Named(), Items([1, None]), Table(a=True)]))
print(json.dumps(namedtuple("P", "x y")(1, "a")), json.dumps({1}), json.dumps(bytearray(b"x")))
print(json.dumps({True: 1}), json.dumps({None: 2}), json.dumps({1.5: 3}), json.dumps({(1, 2): 4}))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except RuntimeError as e:
    print(repr(e))
for bad in (("x",), 5):
    try:
        json.dumps(1, separators=bad)
    except (TypeError, ValueError) as e:
        print(repr(e))
