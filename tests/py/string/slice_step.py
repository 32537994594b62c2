# oracle: cpython-only
# Slices with any step of str and bytes.
s = 'abcdefgh'
b = b'abcdefgh'
for step in (2, 3, 10, -1, -2, -3, -10):
    print(s[::step], s[1:6:step], s[6:1:step], s[-2::step], s[:-2:step], b[::step], b[5:1:step])
print(s[100:], s[-100:3], s[3:-100], s[::2**70], s[-2**70 : 2**70])
print('ä€😀xyz'[::-1], 'ä€😀xyz'[::2], 'ä€😀xyz'[4:0:-2])
print(repr(''[::-1]), repr('a'[1:]), repr(b''[::2]))
try:
    s[::0]
except ValueError:
    print('ValueError')
