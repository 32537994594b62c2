# oracle: cpython
# Calls, subscripts and attributes in one expression.
class B:
    def __init__(self, items=()):
        self.items = list(items)

    def add(self, x):
        return B(self.items + [x])

    def __getitem__(self, i):
        return self.items[i]

    def each(self):
        return lambda f: [f(x) for x in self.items]


print(B().add(1).add([2, 3])[1][0], B('ab').each()(str.upper), B().add({'k': (1, 2)})[0]['k'][-1])
print('a-b-c'.split('-')[1].upper().lower() * 2, [[1, 2], [3]][0][1:][0])
