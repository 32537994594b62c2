# oracle: cpython
# str and bytes are different keys.
d = {'a': 1, b'a': 2}
print(len(d), d['a'], d[b'a'], 'a' == b'a', b'a' in d, bytearray(b'a') == b'a')
