# oracle: cpython
# Index, slice, join, repeat, contain.
s = 'hello world'
print(s[0], s[-1], s[2:5], s[:5], s[6:], s[-5:-2], s[3:2], s[100:])
print(s + '!', 'ab' * 3, 3 * '-', '' * 5, 'x' * 0, len(s))
print('wor' in s, 'xyz' in s, '' in s, 'o w' not in s)
print([c for c in 'abc'], list('xyz'), 'a' < 'b', 'abc' == 'ab' 'c')
print(str(5) + str(None) + str(1.5), str(), str([1]))
