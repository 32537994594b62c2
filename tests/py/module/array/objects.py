# oracle: hand
# Arrays of objects and of addresses. Made with the Unix port, where an address has 8 bytes.
import array

a = array.array("O", [1, "a", None])
print(a, len(a), a[1], list(a), a[-1] is None)
a.append([1])
a[0] = "z"
a.extend([5, (6,)])
print(a, a[1:3], a[3] is a[3])
a.extend(array.array("O", [7]))
b = a + array.array("O", ["new"])
print(b, len(a))
print(array.array("O"), array.array("P"), array.array("P", [1, 2, -1]), array.array("P", b"\1" + bytes(7)))
p = array.array("P", [3])
p.append(2**64 - 1)
print(p, p[1], bytes(p), len(memoryview(p)))
for typecode, items in (("P", ["a"]), ("S", ["ab"]), ("s", [1]), ("x", [1]), ("?", [1]), ("", [])):
    try:
        print(array.array(typecode, items))
    except (TypeError, ValueError) as e:
        print(type(e))
