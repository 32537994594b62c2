# oracle: cpython
# Binary search, two pointers, sliding window.
def bisect(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


a = [x * x for x in range(20)]
print([bisect(a, x) for x in (-1, 0, 1, 2, 100, 101, 361, 362)])


def pair_sum(a, total):
    i, j = 0, len(a) - 1
    while i < j:
        s = a[i] + a[j]
        if s == total:
            return a[i], a[j]
        if s < total:
            i += 1
        else:
            j -= 1


print(pair_sum(a, 205), pair_sum(a, 7))


def longest_unique(text):
    best, start, seen = '', 0, {}
    for i, c in enumerate(text):
        if seen.get(c, -1) >= start:
            start = seen[c] + 1
        seen[c] = i
        if i + 1 - start > len(best):
            best = text[start:i + 1]
    return best


print(longest_unique('abracadabra'), longest_unique('pwwkew'), longest_unique(''))
print(max(sum(x) for x in zip(a, a[1:], a[2:])), min(range(20), key=lambda i: abs(a[i] - 150)))
