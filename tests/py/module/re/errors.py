# oracle: reference
# Malformed expressions, wrong groups, wrong types.
import re

for pattern in ("*", "a**", "(", "(a", "a)", "[a", "\\", "(?P<n>a)", "^*", "+", "a(*)"):
    try:
        re.compile(pattern)
    except ValueError as e:
        print(pattern, repr(e))
for action in (
    lambda: re.match(5, "a"),
    lambda: re.match("a", 5),
    lambda: re.match("(a)", "a").group(2),
    lambda: re.match("a", "a").group("x"),
    lambda: re.sub("a", "\\2", "a"),
    lambda: re.compile("(,)").split("a,b"),
    lambda: re.sub("a", "b"),
):
    try:
        print(action())
    except (TypeError, IndexError, NotImplementedError) as e:
        print(repr(e))
print(re.match("(a)|b", "b"), re.match("a", "a"))
