# oracle: cpython-only
# Counted repeats, which boards lack; a brace that counts nothing is a character.
import re

for pattern, text in (
    ("a{2}", "aaa"),
    ("a{2,}b", "aaaab"),
    ("a{,2}", "aaa"),
    ("a{1,2}", "aaa"),
    ("a{1,2}?", "aaa"),
    ("(ab){2}", "ababab"),
    (r"(\d{1,3})\.(\d{1,3})", "192.168"),
    ("x{0}y", "y"),
    ("a{b}", "a{b}"),
    ("a{,b}", "a{,b}"),
    ("{", "{"),
    ("(a|b){3}", "abx"),
):
    m = re.match(pattern, text)
    print(pattern, m and (m.group(0), m.groups()))
print(re.sub(r"\s{2,}", " ", "a  b   c d"))
