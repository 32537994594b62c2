# oracle: cpython
# Class attributes are shared until an instance gets its own.
class A:
    items = []
    count = 0

    def add(self, x):
        self.items.append(x)
        self.count += 1


a, b = A(), A()
a.add(1)
b.add(2)
a.add(3)
print(A.items, a.items is b.items, a.count, b.count, A.count)
a.items = ['own']
print(a.items, b.items, 'items' in a.__dict__, 'items' in b.__dict__)
A.late = 'late'
print(a.late, b.late)
del a.items
print(a.items)
try:
    del a.items
except AttributeError:
    print('AttributeError')
A.add = lambda self, x: 'replaced %s' % x
print(a.add(9), sorted(a.__dict__))
a.add = lambda x: 'own %s' % x
print(a.add(9), b.add(9))
for i in range(20):
    setattr(b, 'attr%d' % i, i)
print(sum(getattr(b, 'attr%d' % i) for i in range(20)), len(b.__dict__))
