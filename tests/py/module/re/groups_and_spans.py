# oracle: cpython-only
# groups, start, end and span of a match.
import re
m = re.search('(b)(x)?(c)', 'aabcd')
print(m.groups(), m.start(), m.end(), m.span(), m.span(1), m.start(3), m.end(3), m.span(2))
m = re.match(rb'(\w)(\d)', b'a1')
print(m.group(0), m.groups())
try:
    m.group(5)
except IndexError:
    print('IndexError')
