# oracle: hand (what pycopy-dev 3.6.1 prints; wrong code crashes it)
# Functions from bytecode of version 5, as it lies in memory: names by number, constants by id.
import sys
import uarray
import uctypes
from micropython import function


def name(text):
    number = id(sys.intern(text)) >> 3
    return bytes((number & 255, number >> 8))


def code(arguments, *parts):
    # four slots, the arguments; ten bytes: five of names and lines, no cells
    return bytes((3 << 3 | arguments, 5 << 1)) + name("made") + name("here") + b"\0" + b"".join(parts)


def table(*items):
    return uarray.array("P", [id(item) for item in items])


LOAD_0, LOAD_1, ADD, RETURN = b"\xb0", b"\xb1", b"\xf2", b"\x63"

add = function(code(2, LOAD_0, LOAD_1, ADD, RETURN), table("a", "b"), globals())
print(add(3, 4), add(b="y", a="x"), add.__name__)
add = function(code(2, LOAD_0, LOAD_1, ADD, RETURN), table("a", "b"), {}, (2.5,))
print(add(3, 4))

# len(constant), the constant being any object
constant = [1, 2, 3]
load_global = b"\x12" + name("len") + b"\0"
measure = function(code(0, load_global, b"\x23\0", b"\x34\1", RETURN), table(constant), {})
constant.append(4)
print(measure())

# A function that makes a function: the table has the address of a raw code.
inner = code(1, LOAD_0, LOAD_0, ADD, RETURN)
inner_table = table("x")
raw = bytearray(24)
layout = {
    "kind": uctypes.BFUINT32 | 0 << uctypes.BF_POS | 3 << uctypes.BF_LEN,
    "code": (uctypes.PTR | 8, uctypes.VOID),
    "table": (uctypes.PTR | 16, uctypes.VOID),
}
struct = uctypes.struct(uctypes.addressof(raw), layout)
struct.kind = 2
struct.code = uctypes.addressof(inner)
struct.table = uctypes.addressof(inner_table)
outer_table = uarray.array("P", [uctypes.addressof(raw)])
twice = function(code(0, b"\x32\0", RETURN), outer_table, {})()
print(twice("ab"), twice.__name__)

for wrong in (b"", code(0, ADD, RETURN), code(0, b"\x23\5", RETURN), code(1, LOAD_0)):
    try:
        print(function(wrong, table(), {}))
    except ValueError:
        print("ValueError")
