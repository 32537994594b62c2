# oracle: cpython
# match looks at the start, search everywhere.
import re
print(re.match('a+', 'aaab').group(0), re.match('b', 'ab'), re.search('b+', 'aabbb').group(0))
m = re.match(r'(\w+)@(\w+)\.com', 'user@host.com')
print(m.group(0), m.group(1), m.group(2), m.group(1))
print(re.search(r'(\d+)-(\d+)', 'tel 555-1234').group(2), re.match('(a)|(b)', 'b').group(1))
p = re.compile('^[A-Z][a-z]*$')
print([bool(p.match(s)) for s in ('Hello', 'hello', 'HEllo', 'H', '')])
