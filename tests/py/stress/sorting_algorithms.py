# oracle: cpython
# Four ways to sort give the same.
def bubble(a):
    a = list(a)
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def quick(a):
    if len(a) < 2:
        return a
    p = a[0]
    return quick([x for x in a[1:] if x < p]) + [p] + quick([x for x in a[1:] if x >= p])


def merge(a):
    if len(a) < 2:
        return list(a)
    m = len(a) // 2
    left, right, out = merge(a[:m]), merge(a[m:]), []
    while left and right:
        out.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return out + left + right


seed = 1
data = []
for _ in range(120):
    seed = (seed * 1103515245 + 12345) % 2147483648
    data.append(seed % 1000)
want = sorted(data)
print(bubble(data) == want, quick(data) == want, merge(data) == want, want[:5])
