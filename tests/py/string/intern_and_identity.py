# oracle: cpython
# Equal strings made in different ways are equal and hash alike.
a = 'inter' + 'ned'
b = ''.join(['inter', 'ned'])
c = 'xinternedx'[1:-1]
print(a == b == c, hash(a) == hash(b) == hash(c), {a: 1}[b], {a, b, c} == {a})
s = 'x'
for _ in range(10):
    s += s
print(len(s), s == 'x' * 1024)
