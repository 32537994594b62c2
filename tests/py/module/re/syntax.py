# oracle: cpython
# Classes, repetition, groups, anchors, laziness.
import re
tests = [('a.c', 'xabcx'), ('[abc]+', 'xxcabx'), ('[^abc]+', 'abxyc'), ('a*', 'aaa'), ('a*?b', 'aab'),
         ('(ab)+', 'ababx'), ('a|b|cd', 'xcd'), (r'\d+\s\w+', '12 ab!'), (r'\D\S\W', 'a1-'), ('a?b', 'ab'), ('^b', 'ab'),
         ('b$', 'ab'), (r'\.\*', 'a.*'), ('[a-fA-F0-9]+', 'zzBEEF12'), ('x(y(z))', 'xyz'), ('a+?', 'aaa'),
         ('(?:ab)+c', 'ababc'), ('[-a]+', 'b-a-'), (r'[\d.]+', 'v1.25x'), ('(a|ab)(c|bcd)', 'abcd')]
for pattern, text in tests:
    m = re.search(pattern, text)
    print(pattern, repr(m.group(0)) if m else None)
