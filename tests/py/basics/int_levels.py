# oracle: cpython
# Results that cross the borders of 32 and 64 bits, in both directions.
edges = []
for bits in (30, 31, 32, 53, 62, 63, 64):
    edges += [2**bits - 1, 2**bits, 2**bits + 1, -(2**bits) - 1, -(2**bits), -(2**bits) + 1]
for a in edges:
    print(a, a + a, a - 1, a + 1, -a, ~a, abs(a), a * -1, a * a, a // -1, a % -7, a // 3, a >> 31, a << 1)
for a in edges:
    print(a & 0xFFFFFFFF, a | 1, a ^ -1, a & -a, [a < b for b in edges].count(True))
print([a // b for a in edges for b in (7, -7, 2**40, -(2**63))])
print([a % b for a in edges for b in (7, -7, 2**40, -(2**63))])
