# oracle: reference
# What messages call an object whose class derives from a built-in type.


class L(list):
    pass


class S(str):
    pass


class E(ValueError):
    pass


x = L([1])
s = S("a")
for text in ("x + 5", "5 + x", "x * 'a'", "x - x", "s - 1", "1 - s", "x < 5", "-x", "~s", "abs(x)",
             "x()", "s(1)", "divmod(x, 1)", "x < {}", "E() + 1", "-E()"):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)
try:
    x *= "ab"
except TypeError as e:
    print(e)
