# oracle: cpython-only
# Slices and finds count code points, not bytes.
s = 'äöü' * 3 + 'ß'
print(s[3:6], s[-4:], s.find('ü'), s.rfind('ü'), s.index('ß'), len(s), s[:-1] == 'äöü' * 3)
print(s.partition('üä'), s.startswith('äö'), s.endswith('ß'), s.strip('äß'), s.center(14) == '  ' + s + '  ')
print([s[i] for i in range(len(s))] == list(s), ''.join(reversed('aé𝄞')))
