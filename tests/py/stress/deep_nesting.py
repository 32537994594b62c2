# oracle: cpython
# Data nested as deep as every build can follow.
x = []
for _ in range(80):
    x = [x]
n = 0
y = x
while y:
    y = y[0]
    n += 1
print(n, repr(x).count('['), x == x)
d = {}
for i in range(80):
    d = {i: d}
print(len(str(d)))
print(eval('(' * 30 + '1' + ')' * 30))
