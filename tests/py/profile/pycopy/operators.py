# oracle: hand (what pycopy 3.6.1 prints; in-place names as its development build, the standard one has two)
# Errors of operators: text with something else, in-place names; of del, of bytes without an encoding.
import uarray


class C:
    pass


for text in (
    "'a' - 1",
    "1 // 'a'",
    "None @ 'a'",
    "'a' < 1",
    "1 < 'a'",
    "'a' - 'b'",
    "max(1, 'a')",
    "1 - None",
    "bytes('x')",
    "'{a.b}'.format(a=1)",
    "uarray.array('B', b'abc').decode()",
):
    try:
        print(text, eval(text))
    except (TypeError, NotImplementedError) as e:
        print(text, "->", e)
for text in ("x += C()", "x -= 'a'", "s += 1", "s -= 'b'", "del nothing"):
    names = {"x": 1, "s": "a", "C": C}
    try:
        exec(text, names)
    except (TypeError, KeyError) as e:
        print(text, "->", repr(e))


class Told(C):
    def __lt__(self, other):
        print("asked: less")
        return True

    def __gt__(self, other):
        print("asked: more")
        return True


class Text(str):
    pass


print((Told(),) < (Told(),), [Told()] > [1])
for text in ("(5,) < ('a',)", "['a'] < [5]", "Text('a') + 1", "1 + Text('a')", "Text('a') + b''"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "->", e)


class Equal:
    def __eq__(self, other):
        print("asked: equal")
        return True

    def __ne__(self, other):
        print("never asked")
        return True


print(Equal() != 1, [Equal()] != [2])
