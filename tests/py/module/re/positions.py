# oracle: cpython-only
# Start and end of the search; anchors; places are counted in characters.
import re

p = re.compile("b+")
print(p.search("abbb", 2).span(), p.search("abbb", 0, 2).span(), p.match("abbb", 1).span(), p.match("abbb"))
print(p.search("abbb", 10), p.search("abbb", 3, 1))
m = re.search("(ü)(😀)?", "äü😀x")
print(m.span(), m.span(1), m.start(2), m.end(2), m.group(2))
print(re.match("a$", "ab"), re.search("b$", "ab").start(), re.search("^b", "ab"))
