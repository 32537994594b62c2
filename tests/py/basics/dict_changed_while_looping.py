# oracle: hand
# A loop over a dict that changes it ends, without an error.
d = {i: i for i in range(5)}
for k in d:
    del d[k]
print(d)
d = {1: 1}
turns = 0
for k in d:
    d[k + 1] = 1
    turns += 1
print(turns <= 2, len(d) == turns + 1)
d = {i: i for i in range(20)}
for k, v in d.items():
    d.clear()
print(d)
s = {1, 2, 3}
for x in s:
    s.discard(x)
print(s)
