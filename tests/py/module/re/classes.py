# oracle: cpython-only
# Character classes: ranges, negation, named classes inside and outside of brackets.
import re

text = "aZ09_ -]^\t."
for pattern in ("[a-z]", "[^a-z]", "[0-9_]", r"[\d]", r"[^\d\s]", "[-a]", "[a-]", r"[\]^]", "[.]", r"\w", r"\W", r"\s", r"\S", r"\D", r"\.", "."):
    print(pattern, [c for c in text if re.match(pattern, c)])
print(re.match("[äö]+", "öäx").group(0), re.match("[а-я]+", "привет мир").group(0))
print(re.match(rb"[\x80-\xff]+", b"\x80\xffa").group(0))
