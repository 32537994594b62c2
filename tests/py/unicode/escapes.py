# oracle: cpython
# Escapes in text and how repr shows them.
print('\x41\xe9\u20ac\U0001d11e', '\101\60', '\0'.encode())
print(repr('\x00\x01\x1f\x7f'), repr('tab\tnl\n'), 'é')
print(b'\x00A\xff\\x', r'\u0041')
