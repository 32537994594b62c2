# oracle: cpython-only
# Long texts and nested loops do not exhaust any stack.
import re

long = "ab" * 50000
print(len(re.match("(?:ab)*", long).group(0)), len(re.match("(ab)*", long).group(0)))
print(len(re.match(".*", long).group(0)), re.search("c", long), len(re.match("(a|b)*", long).group(0)))
print(re.match("(a+)*b", "aaab").group(0), re.match("((a|b)+)*", long).end())
print(re.sub("a", "", long) == "b" * 50000)
