# oracle: cpython
# Quotes, escapes, prefixes and joining of neighbours.
print('single', "double", '''triple
lines''', """and "quotes" inside""")
print('tab\there', 'nl\\n', 'q\'q', "q\"q", '\x41\101\u0042\U00000043', 'a\
b')
print(r'raw\n', r"\\", b'bytes\x00\xff', rb'\n', br'\t', u'u')
print('one' "two" r'\three')
print(len('\0'), len('\a\b\f\v\r'), repr('\a\b\f\v\r\t\n'))
