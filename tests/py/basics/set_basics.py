# oracle: cpython
# Making sets, membership, operators.
a = {1, 2, 3, 4}
b = {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(b - a), sorted(a ^ b))
print(3 in a, 9 in a, len(a), set(), len({1, 1, 1}))
print({1, 2} < a, a <= a, a < a, a >= {4}, a > b, {1, 2} == {2, 1})
a |= {9}
a &= {1, 2, 9}
a -= {1}
a ^= {2, 7}
print(sorted(a))
print(sorted(set('hello')), sorted(set(range(3))))
