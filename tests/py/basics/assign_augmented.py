# oracle: cpython
# Every augmented assignment.
x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 4; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 100; print(x)
x <<= 4; print(x)
x >>= 2; print(x)
x |= 3; print(x)
x &= 0x7f; print(x)
x ^= 0x55; print(x)
x /= 4; print(x)
items = [1, 2]
same = items
items += [3]
print(items, same is items)
items *= 2
print(items)
d = {'n': 1}
d['n'] += 41
print(d)
