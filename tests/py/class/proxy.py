# oracle: cpython
# __getattr__ forwards what an object does not have itself.
class Proxy:
    def __init__(self, target):
        self.target = target
        self.log = []

    def __getattr__(self, name):
        self.log.append(name)
        return getattr(self.target, name)

    def __len__(self):
        return len(self.target)

    def __getitem__(self, i):
        return self.target[i]

    def __contains__(self, x):
        return x in self.target


p = Proxy([3, 1, 2])
p.append(4)
p.sort()
print(p.target, len(p), p[0], 4 in p, p.index(3), p.log, list(p))
print(getattr(p, 'missing', None), hasattr(p, 'append'), hasattr(p, 'nothing'))
try:
    p.nothing
except AttributeError as e:
    print('AttributeError')


class Lazy:
    def __getattr__(self, name):
        print('compute', name)
        value = len(name)
        setattr(self, name, value)
        return value


z = Lazy()
print(z.abc, z.abc, z.de)
