# oracle: cpython-only
# Methods of texts with characters beyond U+FFFF count characters, not their parts.
s = 'a😀b€😀c'
print(len(s), [c for c in s], s[1], s[-2], s[1:3], s.find('b'), s.find('😀', 2), s.rfind('😀'))
print(s.count('😀'), s.count(''), s.split('😀'), s.partition('€'), s.replace('😀', ':)'))
print(s.strip('ac'), s.strip('😀ac'), '😀😁'.strip('😀'), s.startswith('😀', 1), s.endswith('c', 5))
print(s.index('c'), '😀' in s, s < 'a€', sorted(['€', '😀', 'z']))
print(s.upper(), len(s.encode()), s.encode().decode() == s, repr(s), ord('😀'), chr(0x1F600))
print('%3.1s|%c' % (s, 0x1F601), s == 'a\U0001f600b\u20ac\U0001f600c', '-'.join(s), s * 2)
