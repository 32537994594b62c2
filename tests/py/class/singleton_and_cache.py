# oracle: cpython
# __new__ decides which object a call gives.
class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
            print('made')
        return cls.instance

    def __init__(self):
        self.calls = getattr(self, 'calls', 0) + 1


a, b = Single(), Single()
print(a is b, a.calls)


class Interned:
    known = {}

    def __new__(cls, name):
        if name not in cls.known:
            self = object.__new__(cls)
            self.name = name
            cls.known[name] = self
        return cls.known[name]


print(Interned('x') is Interned('x'), Interned('x') is Interned('y'), sorted(Interned.known))


class Other:
    def __new__(cls, value):
        return value * 2

    def __init__(self, value):
        print('not called')


print(Other(21), Other('ab'))
