# oracle: cpython
# Long strings in many pieces.
s = ''
for i in range(3000):
    s += str(i)
print(len(s), s[-8:], hash(s) == hash(s + ''))
parts = [str(i) for i in range(5000)]
joined = ','.join(parts)
print(len(joined), len(joined.split(',')), joined.count('9'), joined.find('4999'))
print(len(joined.replace('1', 'one')), joined[1000:1010])
