# oracle: cpython
# Bound and unbound methods in variables and containers.
class Calc:
    def __init__(self, base):
        self.base = base

    def add(self, x):
        return self.base + x

    def sub(self, x):
        return self.base - x


c = Calc(10)
table = {'+': c.add, '-': c.sub}
print([table[op](3) for op in '+-'], Calc.add(c, 1), list(map(c.add, range(3))))
c.add = lambda x: 'own ' + str(x)
print(c.add(1), Calc.add(c, 1))


def patched(self, x):
    return self.base * x


Calc.mul = patched
print(c.mul(4))
