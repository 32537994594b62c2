# oracle: cpython
# Growth, deletion and reuse of slots in a large dict.
d = {}
for i in range(2000):
    d[i * 7919 % 10007] = i
print(len(d), d[7919], d[1999 * 7919 % 10007])
for i in range(0, 2000, 2):
    del d[i * 7919 % 10007]
print(len(d), 0 in d, 7919 in d)
for i in range(500):
    d['s%d' % i] = i
print(len(d), d['s499'], sum(v for k, v in d.items() if isinstance(k, str)))
