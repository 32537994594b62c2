# oracle: hand (what pycopy 3.6.1 prints)
# What Pycopy's expressions do not have is an error: counts, escapes but those of classes, classes in brackets.
import ure

for pattern in (
    r"a{2}",
    r"{",
    r"\b",
    r"\1",
    r"\n",
    r"[\d]",
    r"[a\-b]",
    r"\u0041",
    r"\.\d\W\-",
    r"[\]\\]",
    "a}",
):
    try:
        ure.compile(pattern)
        print(pattern, "is fine")
    except ValueError as e:
        print(pattern, "->", e)
