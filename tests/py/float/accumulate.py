# oracle: cpython-only
# Long sums show rounding exactly as IEEE doubles do.
s = 0.0
for i in range(1000):
    s += 0.1
print(s)
p = 1.0
for i in range(1, 100):
    p *= 1 + 1 / i / i
print(p)
x = 2.0
for _ in range(6):
    x = (x + 2 / x) / 2
print(x)
print(0.1 + 0.1 + 0.1, 0.1 * 3)
