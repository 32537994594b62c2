# oracle: cpython
# A repeat takes as many characters as it can, then gives back one after the other.
import re

TEXTS = ("", "ab", "aab", "caabb", "12.34.5", "aéüx", "a😀😀b", "😀", "x😀y", "😀😀é😀")
PATTERNS = (
    "a*ab", "[a-c]*b", ".*b", ".*😀", ".+.", "[^a]*x", "😀+", "😀*.", "(.*)(.*)b", "(.+)([^😀]+)",
    "[é-ü]+.", "(a*)(a|b)(b*)", "\\d+\\.(\\d+)", "(?:a|.b)+$", "^.*", "[^é]+😀", "(😀*)é?(.*)",
)

for pattern in PATTERNS:
    regex = re.compile(pattern)
    line = []
    for text in TEXTS:
        found = regex.search(text)
        line.append(found and (found.group(0),) + found.groups())
    print(pattern, line)
    print([bool(regex.match(text)) for text in TEXTS])
