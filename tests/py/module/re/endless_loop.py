# oracle: hand
# A repeat of something that can match nothing: the reference's matcher (extmod/re_stack_overflow.py
# of its tests) recurses for ever and raises; a loop that must take a character each time is fine.
import re

for pattern in ("(a*)*", "(a*)+", "(a|b*)*c", "(?:a?)*b", "((a*)*)*"):
    try:
        re.match(pattern, "aab")
        print(pattern, "matches")
    except RuntimeError as e:
        print(pattern, e)
print(re.match("(a+)*b", "aab").group(0), re.match("(a|bc*)*d", "aabccd").group(0))
