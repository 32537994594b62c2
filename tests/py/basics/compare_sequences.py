# oracle: cpython
# Sequences compare item by item, then by length.
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9])
print((1, 'a') < (1, 'b'), (1,) <= (1,), (2,) >= (1, 5))
print('abc' < 'abd', 'Z' < 'a', 'ab' < 'abc', '' < 'a')
print(b'\x01' < b'\x02', b'a' >= b'a')
print([1, [2, 3]] == [1, [2, 3]], [1, [2, 3]] < [1, [2, 4]])
