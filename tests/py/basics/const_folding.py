# oracle: cpython
# Constants are folded by the compiler; the values stay right.
print(1 + 2 * 3, 1 << 10, 0xff & 0x0f, -(5), ~0, not 0)
print('a' 'b' "c", 'x' * 3)
print((1, 2, 3)[1], 'abc'[0])
if 0:
    print('never')
elif 1:
    print('always')
while 0:
    print('never')
else:
    print('else')
print(1 if True else 2)
