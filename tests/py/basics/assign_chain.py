# oracle: cpython
# One value to several targets, left to right.
log = []


class Target:
    def __setattr__(self, name, value):
        log.append((name, value))


a = b = c = 7
print(a, b, c)
x = y = []
x.append(1)
print(y)
t = {}
i = t[0] = 5
print(i, t)
k = [0, 1, 2]
j = 0
j, k[j] = 2, 'set'
print(j, k)
