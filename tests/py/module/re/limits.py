# oracle: reference
# The longest expressions that fit into the programs of the reference; one more is refused.
import re


def longest(make):
    n = 1
    try:
        while n < 300:
            re.compile(make(n))
            n += 1
    except ValueError as e:
        return n - 1, e
    return "no limit"


print(longest(lambda n: "[" + "a" * n + "]"))
print(longest(lambda n: "[" + "a-z" * n + "]"))
print(longest(lambda n: "[" + "\\d" * n + "]"))
print(longest(lambda n: "[" + "é" * n + "]"))
print(longest(lambda n: "(a)" * n))
print(longest(lambda n: "(?:a)" * n))
for repeat in ("?", "*", "+", "??", "*?", "+?"):
    print(repeat, longest(lambda n: "(" + "a" * n + ")" + repeat))
    print(repeat, longest(lambda n: "(?:" + "." * n + ")" + repeat))
    print(repeat, longest(lambda n: "(?:" + "[ab]" * n + ")" + repeat))
    print(repeat, longest(lambda n: "(" + "a?b+" * n + "é^\\w)" + repeat))
print(longest(lambda n: "b" * n + "|a"))
print(longest(lambda n: "b|" + "a" * n))
print(longest(lambda n: "bb|" * n + "a"))
print(longest(lambda n: "x" * 200 + "(b|" + "a" * n + "|cc)"))
