# oracle: cpython
# Sets grow and shrink.
s = set()
for i in range(1000):
    s.add(i * i % 997)
print(len(s), 4 in s, 5 in s, sum(s))
for i in range(0, 1000, 2):
    s.discard(i)
print(len(s), min(s), max(s), all(x % 2 for x in s))
total = 0
while s:
    total += s.pop()
print(total, len(s), s)
a, b = set(range(0, 60, 2)), set(range(0, 60, 3))
print(len(a | b), len(a & b), len(a - b), len(a ^ b), a.isdisjoint(b), a.issuperset(range(0, 60, 4)))
print(sorted(a & b) == list(range(0, 60, 6)), {1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1, 2} < {1, 2})
print({frozenset([1]): 'key'}[frozenset([1])], {1, 1.0, True}, set('aab') == {'a', 'b'})
