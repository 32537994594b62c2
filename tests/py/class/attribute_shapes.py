# oracle: cpython
# Attributes come in any order, and many classes share one function.
class A:
    pass


class B:
    pass


def total(o):
    return o.x + o.y * 10


items = []
for i in range(60):
    o = A() if i % 3 else B()
    if i % 2:
        o.x = i
        o.y = 1
    else:
        o.y = 1
        o.x = i
    for j in range(i % 5):
        setattr(o, 'extra%d' % j, j)
    items.append(o)
print(sum(total(o) for o in items))
a = items[1]
del a.x
try:
    total(a)
except AttributeError:
    print('AttributeError')
A.x = 500
print(total(a))
