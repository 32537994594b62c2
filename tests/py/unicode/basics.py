# oracle: cpython-only
# Text is a sequence of code points.
s = 'naïve café ☕ 日本 𝄞'
print(s, len(s), s[2], s[11], s[-1], s[13:15], s.upper() if 0 else s.find('☕'))
print([ord(c) for c in 'é€𝄞'], chr(233) + chr(0x1d11e), '\u65e5\U0001d11e\xe9')
print(s.encode(), len(s.encode()), s.encode().decode() == s)
print(s.split(), '日' in s, s.count('é'), s.replace('☕', 'tea'), 'é' * 3)
print(repr(s), sorted('éaz€'), 'é' < '€' < '𝄞')
